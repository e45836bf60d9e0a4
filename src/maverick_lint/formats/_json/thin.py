"""Takes the bulk out of a long JSON text: values that nobody judges, such as the data that a dashboard was saved with.

The text keeps its length, so every place stays what it is: `[1, 2, 3]` becomes `[       ]`. The scanner of Python's own
`json` finds where a value ends, and each character is looked at twice at most.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.formats._json.quick import TooManyError

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

# A value with fewer characters is left as it is.
_SMALL: Final = 4_000
_DEPTH: Final = 500
_BLANK: Final = re.compile(r"[ \t\r\n]*+")


def thinned(text: str, kept: AbstractSet[str], limit: int) -> str | None:
    """Return the text without the large values of all keys but the `kept` ones; None where it is no plain JSON.

    The values of `kept` keys are walked through. Raises TooManyError when they hold more entries than the limit.
    """
    cuts: list[tuple[int, int]] = []
    try:
        _walk(text, kept, limit, cuts)
    except (ValueError, RecursionError, IndexError):
        return None
    pieces, position = [], 0
    for start, end in cuts:
        pieces += [text[position : start + 1], " " * (end - start - 2)]
        position = end - 1
    pieces.append(text[position:])
    return "".join(pieces)


def _walk(text: str, kept: AbstractSet[str], limit: int, cuts: list[tuple[int, int]]) -> None:
    """Find what can be cut; raises ValueError, IndexError or RecursionError where the text is no JSON."""
    scan: Callable[[str, int], tuple[object, int]] = json.JSONDecoder().raw_decode
    blank = _BLANK.match
    open_kinds = ""
    position, count = 0, 0
    key: object = None
    while True:
        position = _end(blank(text, position))
        sign = text[position]
        if sign in "}]" and open_kinds and open_kinds[-1] == sign:
            # the end of what is walked through
            open_kinds, position, key = open_kinds[:-1], position + 1, None
        else:
            count += 1
            if count > limit:
                raise TooManyError(Span(position, position + 1))
            if open_kinds.endswith("}") and key is None:
                key, position = scan(text, position)
                position = _end(blank(text, position))
                if not isinstance(key, str) or text[position] != ":":
                    message = "no key"
                    raise ValueError(message)
                position += 1
                continue
            if sign in "{[" and (not open_kinds or open_kinds[-1] == "]" or key in kept):
                open_kinds, position, key = open_kinds + ("}" if sign == "{" else "]"), position + 1, None
                if len(open_kinds) > _DEPTH:
                    message = "too deep"
                    raise ValueError(message)
                continue
            start = position
            _, position = scan(text, position)
            key = None
            if sign in "{[" and position - start > _SMALL:
                cuts.append((start, position))
        position = _end(blank(text, position))
        if not open_kinds:
            return
        if text[position] == ",":
            position += 1
        elif text[position] != open_kinds[-1]:
            message = "no comma"
            raise ValueError(message)


def _end(match: re.Match[str] | None) -> int:
    assert match is not None  # noqa: S101 - the expression matches nothing at least
    return match.end()
