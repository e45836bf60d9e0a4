"""Splits the rest of an instruction: flags, words, JSON forms, names with values."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.dockerfile.instruction import Argument, Flag, Pair

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.joined import Joined

_BLANKS: Final = " \t\v\f\r"
_FLAG: Final = re.compile(r"""--(?=\S)(?:[^\s'"\\`]++|[\\`].|'[^']*+'?|"[^"]*+"?)*+""", re.DOTALL)
_PLAIN: Final = re.compile(r"[^ \t\v\f\r]+")
# Compiled at their first use: one of them is enough for a file.
_WORDS: Final = {
    "\\": r"""(?s:[^\s'"\\]++|\\.?|'[^']*+'?|"(?:[^"\\]++|\\.)*+["\\]?)++""",
    "`": r"""(?s:[^\s'"`]++|`.?|'[^']*+'?|"(?:[^"`]++|`.)*+["`]?)++""",
}
_STRING: Final = r'"(?:[^"\\\x00-\x1f]++|\\.)*+"'
_ITEM: Final = re.compile(_STRING)
_ARRAY: Final = re.compile(rf"\s*+\[\s*+(?:{_STRING}\s*+(?:,\s*+{_STRING}\s*+)*+)?\]")
_UNQUOTED: Final = re.compile(r"""['"]|\\(.)""", re.DOTALL)


def flags(joined: Joined, start: int) -> tuple[tuple[Flag, ...], int]:
    """Return the flags that begin at `start` of a logical line, and where the rest begins."""
    found: list[Flag] = []
    text = joined.text
    position = _skip(text, start)
    while (match := _FLAG.match(text, position)) is not None:
        written = match[0]
        name, sign, value = written[2:].partition("=")
        if "'" in value or '"' in value:
            value = _UNQUOTED.sub(lambda sign: sign[1] or "", value)
        value_start = position + 2 + len(name) + len(sign)
        value_span = joined.span(value_start, match.end()) if sign else joined.span(position, match.end())
        found.append(Flag(name, value if sign else None, joined.span(position, match.end()), value_span))
        position = _skip(text, match.end())
    if text.startswith("-- ", position):
        position = _skip(text, position + 2)
    return tuple(found), position


def plain_words(joined: Joined, start: int) -> tuple[Argument, ...]:
    """Return the words between blanks; quotes mean nothing (FROM, EXPOSE, COPY)."""
    return tuple(
        Argument(match[0], joined.span(match.start(), match.end())) for match in _PLAIN.finditer(joined.text, start)
    )


def whole(joined: Joined, start: int) -> tuple[Argument, ...]:
    """Return the rest of the line as one word, () when it is empty."""
    rest = joined.text[start:].rstrip()
    return (Argument(rest, joined.span(start, start + len(rest))),) if rest else ()


def json_words(joined: Joined, start: int) -> tuple[Argument, ...] | None:
    """Return the items of a JSON array of texts, None when the rest is no such array.

    As BuildKit does, what follows the array is passed over.
    """
    match = _ARRAY.match(joined.text, start)
    if match is None:
        return None
    found: list[Argument] = []
    for item in _ITEM.finditer(joined.text, start, match.end()):
        try:
            text = json.loads(item[0])
        except ValueError:
            return None
        found.append(Argument(text, joined.span(item.start(), item.end())))
    return tuple(found)


def is_other_json(joined: Joined, start: int) -> bool:
    """Say whether the rest is a JSON array that holds something else than texts, which BuildKit refuses."""
    if not joined.text.startswith("[", start) or len(joined.text) - start > 10_000:  # noqa: PLR2004 - an odd file
        return False
    try:
        value, _ = json.JSONDecoder().raw_decode(joined.text, start)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, list)


def shell_words(joined: Joined, start: int, escape: str) -> list[tuple[int, int]]:
    """Return the words with respect to quotes and escapes, as offsets in the logical line."""
    return [match.span() for match in re.compile(_WORDS[escape]).finditer(joined.text, start)]


def pairs(joined: Joined, start: int, escape: str, *, bare: bool) -> tuple[tuple[Pair, ...], Argument | None]:
    """Return the names with values, and the first word that should have had a value and has none.

    `bare` allows names without a value (ARG); otherwise (ENV, LABEL) a first word without `=` means the old form.
    """
    text = joined.text
    words = shell_words(joined, start, escape)
    if words and not bare and "=" not in text[words[0][0] : words[0][1]]:
        return _legacy(joined, start)
    found: list[Pair] = []
    for first, end in words:
        name, sign, _ = text[first:end].partition("=")
        if not sign and not bare:
            return tuple(found), Argument(text[first:end], joined.span(first, end))
        after = first + len(name) + len(sign)
        value = text[after:end] if sign else None
        name_span = joined.span(first, first + len(name))
        if len(name) > 1 and name[0] in "'\"" and name[-1] == name[0]:
            name = name[1:-1]
        found.append(Pair(name, value, joined.span(first, end), name_span, joined.span(after, end)))
    return tuple(found), None


def _legacy(joined: Joined, start: int) -> tuple[tuple[Pair, ...], Argument | None]:
    names = _PLAIN.match(joined.text, start)
    if names is None:
        return (), None
    after = _skip(joined.text, names.end())
    value = joined.text[after:].rstrip()
    name = Argument(names[0], joined.span(names.start(), names.end()))
    if not value:
        return (), name
    end = after + len(value)
    return (
        (Pair(name.text, value, joined.span(names.start(), end), name.span, joined.span(after, end), legacy=True),),
        None,
    )


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BLANKS:
        position += 1
    return position
