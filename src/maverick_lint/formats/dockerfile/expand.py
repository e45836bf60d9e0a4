"""Variables in the words of a Dockerfile, as BuildKit replaces them.

Source: Dockerfile reference, "Environment replacement", and BuildKit's shell lexer (2026-08): quotes and escapes go,
`$NAME`, `${NAME}` and the operators `:-` `-` `:+` `+` `:?` `?` `#` `##` `%` `%%` `/` `//` are known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DEPTH: Final = 20
_LONGEST: Final = 4096
_STARS: Final = 2  # a pattern with more of them could take time that grows with a power of the value's length


def expand(text: str, variables: Mapping[str, str | None], escape: str = "\\") -> str | None:
    """Return `text` after quotes, escapes and variables.

    `variables` gives a text for a known name and None for one that is declared without a value. The result is None
    when a name that is not there, or one without a value, decides it.
    """
    if "$" not in text and '"' not in text and "'" not in text and escape not in text:
        return text
    return _Expander(text, variables, escape, 0).run()


def names_in(text: str, escape: str = "\\") -> tuple[tuple[str, int], ...]:
    """Return every variable that `text` uses outside single quotes, with the offset of its `$`."""
    found: list[tuple[str, int]] = []
    position = 0
    quoted = False
    while position < len(text):
        character = text[position]
        if character == escape:
            position += 2
            continue
        if character == '"':
            quoted = not quoted
        elif character == "'" and not quoted:
            closing = text.find("'", position + 1)
            position = len(text) if closing < 0 else closing
        elif character == "$" and (
            match := _NAME.match(text, position + 1 + (text[position + 1 : position + 2] == "{"))
        ):
            found.append((match[0], position))
        position += 1
    return tuple(found)


class _Expander:
    def __init__(self, text: str, variables: Mapping[str, str | None], escape: str, depth: int) -> None:
        self._text = text
        self._variables = variables
        self._escape = escape
        self._depth = depth
        self._at = 0

    def run(self) -> str | None:
        parts: list[str] = []
        quote = ""
        while self._at < len(self._text):
            character = self._text[self._at]
            if character == "'" and not quote:
                closing = self._text.find("'", self._at + 1)
                closing = len(self._text) if closing < 0 else closing
                parts.append(self._text[self._at + 1 : closing])
                self._at = closing + 1
            elif character == '"':
                quote = "" if quote else '"'
                self._at += 1
            elif character == self._escape:
                parts.append(self._escaped(quote))
            elif character == "$":
                value = self._dollar()
                if value is None:
                    return None
                parts.append(value)
            else:
                parts.append(character)
                self._at += 1
        return "".join(parts)

    def _escaped(self, quote: str) -> str:
        following = self._text[self._at + 1 : self._at + 2]
        self._at += 2
        keeps = quote and following not in ('"', "$", self._escape)
        return self._escape + following if keeps else following

    def _dollar(self) -> str | None:
        braced = self._text[self._at + 1 : self._at + 2] == "{"
        match = _NAME.match(self._text, self._at + 1 + braced)
        if match is None:
            if braced or self._text[self._at + 1 : self._at + 2] in ("@", "*", "#", "?", "-", "$", "!", *"0123456789"):
                return None
            self._at += 1
            return "$"
        if not braced:
            self._at = match.end()
            return self._variables.get(match[0])
        closing = self._closing(match.end())
        operation = self._text[match.end() : closing]
        self._at = closing + 1
        return self._modified(match[0], operation)

    def _closing(self, start: int) -> int:
        depth = 1
        position = start
        while position < len(self._text):
            character = self._text[position]
            if character == self._escape:
                position += 1
            elif character == "{" and self._text[position - 1] == "$":
                depth += 1
            elif character == "}":
                depth -= 1
                if not depth:
                    return position
            position += 1
        return len(self._text)

    def _modified(self, name: str, operation: str) -> str | None:
        known = name in self._variables
        value = self._variables.get(name)
        if not operation:
            return value
        colon = operation[0] == ":"
        sign, word = operation[colon : colon + 1], operation[colon + 1 :]
        if sign in ("-", "+") and sign:
            if not known:
                return None
            is_set = value is not None and (value != "" or not colon)
            if sign == "-":
                return value if is_set else self._word(word)
            return self._word(word) if is_set else ""
        if sign == "?" or value is None or colon:
            return value if sign == "?" else None
        return self._trimmed(value, sign, word)

    def _trimmed(self, value: str, sign: str, word: str) -> str | None:
        twice = word[:1] == sign
        operand = word[1:] if twice else word
        if sign == "/":
            old, _, new = operand.partition("/")
            pattern, replacement = self._word(old), self._word(new)
            if not pattern or replacement is None or len(value) > _LONGEST or pattern.count("*") > _STARS:
                return None
            return _glob(pattern, greedy=True).sub(lambda _: replacement, value, count=0 if twice else 1)
        pattern = self._word(operand)
        if pattern is None or sign not in ("#", "%") or len(value) > _LONGEST or pattern.count("*") > _STARS:
            return None
        if sign == "#":
            match = _glob(pattern, greedy=twice).match(value)
            return value if match is None else value[match.end() :]
        match = _glob(_reversed(pattern), greedy=twice).match(value[::-1])
        return value if match is None else value[: len(value) - match.end()]

    def _word(self, text: str) -> str | None:
        if self._depth >= _DEPTH or len(text) > _LONGEST:
            return None
        return _Expander(text, self._variables, self._escape, self._depth + 1).run()


def _reversed(pattern: str) -> str:
    return pattern[::-1]


def _glob(pattern: str, *, greedy: bool) -> re.Pattern[str]:
    star = ".*" if greedy else ".*?"
    return re.compile("".join(star if c == "*" else "." if c == "?" else re.escape(c) for c in pattern), re.DOTALL)
