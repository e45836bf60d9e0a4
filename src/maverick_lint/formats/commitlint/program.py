"""What a JavaScript or TypeScript configuration extends, read without running it.

Only a literal counts: `extends: ["a", 'b']` or `extends: "a"`. A variable, a spread or a call leaves it unknown.
"""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.span import Span
from maverick_lint.formats.commitlint.model import Commitlint

_TOKEN: Final = re.compile(
    r"(?P<blank>\s+|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r"|(?P<string>\"(?:[^\"\\\r\n]|\\.)*+\"?|'(?:[^'\\\r\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?)"
    r"|(?P<word>[A-Za-z_$][\w$]*)"
    r"|(?P<sign>\.\.\.|.)",
    re.DOTALL,
)
_REGEX: Final = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\r\n])*+\]|[^/\\\[\r\n])++/[a-z]*")
_BEFORE_REGEX: Final = frozenset("(,=:[!&|?{};")
_COMPUTES: Final = frozenset({"require", "import", "...", "process", "await", "Object"})

_LIMIT: Final = 200_000

_Token = tuple[str, str, int]


def extended(text: str) -> Commitlint:
    """Return what the configuration extends."""
    if len(text) > _LIMIT:
        return Commitlint((), Span(0, 0), known=False)
    found = _tokens(text)
    for index, (kind, word, start) in enumerate(found):
        named = word == "extends" if kind == "word" else kind == "string" and word[1:-1] == "extends"
        if named and _sign(found, index + 1) == ":":
            return _value(found, index + 2, start)
    first = Span(0, len(text.partition("\n")[0].rstrip("\r")))
    computes = any(word in _COMPUTES for kind, word, _ in found if kind != "string")
    return Commitlint((), first, known=not computes)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    while position < len(text):
        if (
            text[position] == "/"
            and (not found or found[-1][1] in _BEFORE_REGEX)
            and text[position + 1 : position + 2] not in ("/", "*")
        ):
            match = _REGEX.match(text, position)
            if match is not None:
                found.append(("regex", match.group(), position))
                position = match.end()
                continue
        match = _TOKEN.match(text, position)
        if match is None:
            break
        if match.lastgroup != "blank":
            found.append((match.lastgroup or "", match.group(), position))
        position = match.end()
    return found


def _sign(found: list[_Token], index: int) -> str:
    return found[index][1] if index < len(found) and found[index][0] == "sign" else ""


def _value(found: list[_Token], index: int, key: int) -> Commitlint:
    if index >= len(found):
        return Commitlint((), Span(key, key + len("extends")), known=False)
    kind, word, start = found[index]
    after = _sign(found, index + 1)
    if kind == "string" and _is_literal(word) and after in (",", "}", ""):
        return Commitlint((word[1:-1],), Span(start, start + len(word)))
    names: list[str] = []
    end = start + len(word)
    known = word == "["
    for inner_kind, inner, at in found[index + 1 :] if known else ():
        end = at + len(inner)
        if inner == "]":
            break
        if inner_kind == "string" and _is_literal(inner):
            names.append(inner[1:-1])
        elif inner != ",":
            known = False
    return Commitlint(tuple(names), Span(start, end), known)


def _is_literal(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[0] and "\\" not in word and "${" not in word
