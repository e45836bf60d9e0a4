"""The comparisons of a condition, with the places of their sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDE: Final = r"""\$\{?\w+\}?|"[^"]*"|'[^']*'|/(?:[^/\\\n]|\\.)+/[a-zU]*|\bnull\b"""
_COMPARISON: Final = re.compile(rf"({_SIDE})\s*(==|!=|=~|!~)\s*({_SIDE})")
_LONGEST: Final = 20_000


@record
class Side:
    """A side of a comparison: "variable", "text", "pattern" or "null", what it says, and where it stands."""

    kind: str
    text: str
    span: Span


@record
class Comparison:
    """Two sides and the sign between them."""

    left: Side
    sign: str
    right: Side


def comparisons(condition: str) -> Iterator[Comparison]:
    """Yield the comparisons of a condition that can be read, in order; places are those in its text."""
    for match in _COMPARISON.finditer(condition[:_LONGEST]):
        yield Comparison(_side(match, 1), match[2], _side(match, 3))


def _side(match: re.Match[str], group: int) -> Side:
    raw = match[group]
    span = Span(*match.span(group))
    if raw[0] == "$":
        return Side("variable", raw.strip("${}"), span)
    if raw[0] in "\"'":
        return Side("text", raw[1:-1], span)
    return Side("pattern" if raw[0] == "/" else "null", raw, span)
