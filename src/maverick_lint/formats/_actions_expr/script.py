"""A script with the expressions in it replaced by their values, every character still mapped to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._actions_expr.template import parts, value_of
from maverick_lint.formats._actions_expr.values import Unknown, Value, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def filled(source: Source, contexts: Mapping[str, Value]) -> Source:
    """Return a script in which the expressions of known value are replaced; the others stand as written.

    The result is embedded in `source`: the first and the last character of a value lie on those of its expression.
    """
    pieces: list[str] = []
    segments: list[Segment] = []
    position = length = 0
    for part in parts(source.text):
        value = value_of(part, contexts)
        if isinstance(value, Unknown) or not part.closed:
            continue
        before = source.text[position : part.start]
        text = text_of(value)
        segments.append(Segment(length, position, len(before)))
        length += len(before)
        segments.append(Segment(length, part.start, 1))
        if len(text) > 1:
            segments.append(Segment(length + len(text) - 1, part.end - 1, 1))
        length += len(text)
        pieces.extend((before, text))
        position = part.end
    if not pieces:
        return source
    segments.append(Segment(length, position, len(source.text) - position))
    text = "".join((*pieces, source.text[position:]))
    kept = tuple(segment for segment in segments if segment.length)
    return Source(source.path, text, parent=source, segments=_distinct(kept))


def _distinct(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Leave out the segments of empty values, which begin where the next one does."""
    return tuple(
        one
        for one, following in zip(segments, (*segments[1:], None), strict=True)
        if following is None or following.inner > one.inner
    )
