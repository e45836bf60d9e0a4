"""What RE2 refuses, found in one pass. The syntax is that of Go's regexp/syntax package (read 2026-11)."""

from __future__ import annotations

import re
from typing import Final

_LOOKS: Final = {"?=": "lookahead", "?!": "lookahead", "?<=": "lookbehind", "?<!": "lookbehind", "?>": "atomic groups"}
_LETTERS: Final = frozenset("afnrtvdDsSwWbBAzQEpPx")
_REPEATS: Final = re.compile(r"[*+?]|\{(\d+)(?:,(\d*))?\}")
_GROUP: Final = re.compile(r"\?(?:P?<[A-Za-z_][A-Za-z0-9_]*>|[imsU]*(?:-[imsU]+)?[:)])")
_MOST_REPEATS: Final = 1000
_LONGEST: Final = 4000
_FOREIGN: Final = re.compile(r"\\[pPQzC]|\[\[:|\(\?[^:)]*U|\(\?<[A-Za-z]")


def fault(pattern: str) -> str | None:
    """Say why RE2 refuses a pattern, as the end of a sentence that begins with "the regular expression"; else None."""
    return _Scan(pattern).run()


def empty_matches(pattern: str) -> bool | None:
    """Say whether the whole pattern matches the empty text; None when that is not known."""
    if not pattern:
        return True
    if len(pattern) > _LONGEST or _FOREIGN.search(pattern) or fault(pattern) is not None:
        return None
    try:
        return re.fullmatch(pattern, "") is not None
    except (re.error, RecursionError, OverflowError):
        return None


class _Scan:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0
        self.open = 0
        # What a repetition sign may follow: "atom", "start" (nothing yet) or "repeat" (another sign).
        self.before = "start"

    def run(self) -> str | None:
        pattern = self.pattern
        while self.position < len(pattern):
            problem = self._step(pattern[self.position])
            if problem is not None:
                return problem
        return "has a `(` that is never closed" if self.open else None

    def _step(self, character: str) -> str | None:
        if character == "\\":
            return self._escape()
        if character == "[":
            return self._set()
        if character == "(":
            return self._group()
        if character == ")":
            return self._close()
        if character == "|":
            self.before = "start"
        elif (repeat := _REPEATS.match(self.pattern, self.position)) is not None:
            return self._repeat(repeat)
        else:
            self.before = "atom"
        self.position += 1
        return None

    def _close(self) -> str | None:
        self.open -= 1
        self.position += 1
        self.before = "atom"
        return "has a `)` that nothing opens" if self.open < 0 else None

    def _repeat(self, match: re.Match[str]) -> str | None:
        sign = match.group()
        if self.before == "start":
            return f"has nothing that `{sign}` could repeat"
        if self.before == "repeat":
            return f"repeats a repetition with `{sign}`, which RE2 does not allow"
        low, high = match.group(1), match.group(2)
        if low is not None:
            least, most = int(low), int(high or low)
            if max(least, most) > _MOST_REPEATS or most < least:
                return f"has the repetition `{sign}`, which RE2 does not allow"
        self.position = match.end()
        if self.pattern[self.position : self.position + 1] == "?":
            self.position += 1
        self.before = "repeat"
        return None

    def _group(self) -> str | None:
        self.open += 1
        self.position += 1
        self.before = "start"
        if self.pattern[self.position : self.position + 1] != "?":
            return None
        for sign, name in _LOOKS.items():
            if self.pattern.startswith(sign, self.position):
                return f"uses {name} (`({sign}`), which RE2 does not have"
        match = _GROUP.match(self.pattern, self.position)
        if match is None:
            return "has a group `(?` that RE2 does not know"
        self.position = match.end()
        if match.group().endswith(")"):
            self.open -= 1
        return None

    def _escape(self) -> str | None:
        character = self.pattern[self.position + 1 : self.position + 2]
        if not character:
            return "ends with a backslash"
        following = self.pattern[self.position + 2 : self.position + 3]
        if character in "123456789" and not (character < "8" and following and following in "01234567"):
            return f"refers back to a group (`\\{character}`), which RE2 does not have"
        if character.isascii() and character.isalpha() and character not in _LETTERS:
            return f"has the escape `\\{character}`, which RE2 does not know"
        self.position += 2
        if character == "Q":
            end = self.pattern.find("\\E", self.position)
            self.position = len(self.pattern) if end < 0 else end + 2
        elif character in "pPx" and following == "{":
            end = self.pattern.find("}", self.position)
            self.position = len(self.pattern) if end < 0 else end + 1
        elif character in "pP":
            self.position += 1
        self.before = "atom"
        return None

    def _set(self) -> str | None:
        pattern, position = self.pattern, self.position + 1
        position += pattern.startswith("^", position)
        first = position
        while position < len(pattern) and (pattern[position] != "]" or position == first):
            if pattern.startswith("[:", position) and (end := pattern.find(":]", position)) > 0:
                position = end + 2
                continue
            position += 2 if pattern[position] == "\\" else 1
        if position >= len(pattern):
            return "has a `[` that is never closed"
        self.position = position + 1
        self.before = "atom"
        return None
