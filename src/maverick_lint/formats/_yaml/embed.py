"""The text of a scalar as a source of its own, each character mapped to its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.source import Segment, Source

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

_ESCAPE_WIDTHS: Final = {"x": 4, "u": 6, "U": 10}
_BLANK: Final = " \t\r\n"


def embedded(source: Source, node: Node) -> Source:
    """Return the value of a scalar as a source whose spans `outer()` maps back to the file.

    Works for plain, quoted, `|` and `>` scalars: indentation, folding and escapes are followed character by
    character (YAML 1.2.2, sections 7.3 and 8.1).
    """
    target = node if node.anchor is None else node.anchor
    segments = _whole(source.text, target) or _by_line(source.text, target) or _by_escape(source.text, target)
    if segments is None:
        offsets = _double(source.text, target) if target.style == "double" else _aligned(source.text, target)
        segments = _segments(offsets)
    return Source(source.path, target.raw, parent=source, segments=segments)


def _whole(text: str, node: Node) -> tuple[Segment, ...] | None:
    """Return the one segment of a scalar that stands in the file as it reads; None for others."""
    quote = int(node.style in ("single", "double"))
    start, end = node.span.start + quote, node.span.end - quote
    return (Segment(0, start, len(node.raw)),) if text[start:end] == node.raw else None


def _by_line(text: str, node: Node) -> tuple[Segment, ...] | None:
    """Return a segment for each line of a `|` scalar, whose lines differ from the file's by indentation only."""
    if node.style != "literal" or "\r" in text:
        return None
    position = text.find("\n", node.span.start) + 1
    inner = 0
    found: list[Segment] = []
    for line in node.raw.split("\n"):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        start = end - len(line)
        if start < position or not text.startswith(line, start):
            return _by_line_end(found, node, inner)
        found.append(Segment(inner, start, len(line) + 1))
        inner += len(line) + 1
        position = end + 1
    return tuple(found)


def _by_line_end(found: list[Segment], node: Node, inner: int) -> tuple[Segment, ...] | None:
    """Accept what was found when only the end of the scalar is left, which may lie beyond the file's last line."""
    return tuple(found) if found and inner >= len(node.raw) else None


def _by_escape(text: str, node: Node) -> tuple[Segment, ...] | None:
    """Return the segments of a quoted scalar on one line: an escape is the last character of each but the last."""
    start, end = node.span.start + 1, node.span.end - 1
    if node.style != "double" or text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0:
        return None
    found: list[Segment] = []
    inner = 0
    while start < end:
        sign = text.find("\\", start, end)
        stop = end if sign < 0 else sign + 1
        found.append(Segment(inner, start, stop - start))
        inner += stop - start
        start = end if sign < 0 else sign + _ESCAPE_WIDTHS.get(text[sign + 1 : sign + 2], 2)
    return tuple(found) if inner == len(node.raw) else None


def _segments(offsets: list[int]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    start = 0
    for index in range(1, len(offsets) + 1):
        if index == len(offsets) or offsets[index] != offsets[index - 1] + 1:
            found.append(Segment(start, offsets[start], index - start))
            start = index
    return tuple(found)


def _aligned(text: str, node: Node) -> list[int]:
    """Follow a value through its text: what differs is white space that folding or indentation changed."""
    position, end = node.span.start, node.span.end
    if node.style in ("literal", "folded"):
        position = text.find("\n", position, end)
        position = end if position < 0 else position + 1
    elif node.style == "single":
        position += 1
    offsets: list[int] = []
    for character in node.raw:
        position = _skip(text, position, end, character)
        offsets.append(min(position, max(end - 1, node.span.start)))
        if node.style == "single" and character == "'":
            position += 1
        if character not in _BLANK or text[position : position + 1] == character:
            position += 1
    return offsets


def _skip(text: str, position: int, end: int, character: str) -> int:
    """Return the place of the next character of a value, from `position` on."""
    if text[position : position + 1] == character:
        # A blank of the value may stand where the file has an indentation; the first of its run is close enough.
        return position
    scan = position
    while scan < end and text[scan] in _BLANK and text[scan] != character:
        scan += 1
    if character in _BLANK:
        return scan if text[scan : scan + 1] == character else position
    return scan


def _double(text: str, node: Node) -> list[int]:
    position, end = node.span.start + 1, node.span.end - 1
    offsets: list[int] = []
    while position < end and len(offsets) < len(node.raw):
        character = text[position]
        if character == "\\":
            following = text[position + 1 : position + 2]
            if following in ("\n", "\r"):
                position = _after_break(text, position + 1, end)
                continue
            width = _ESCAPE_WIDTHS.get(following, 2)
            offsets.append(position)
            position += width
        elif character in _BLANK and (stop := _line_break(text, position, end)):
            breaks = text.count("\n", position, stop)
            offsets.extend([position] * max(breaks - 1, 1))
            position = stop
        else:
            offsets.append(position)
            position += 1
    offsets.extend([max(end - 1, 0)] * (len(node.raw) - len(offsets)))
    return offsets[: len(node.raw)]


def _line_break(text: str, position: int, end: int) -> int:
    stop = position
    while stop < end and text[stop] in _BLANK:
        stop += 1
    return stop if "\n" in text[position:stop] else 0


def _after_break(text: str, position: int, end: int) -> int:
    while position < end and text[position] in _BLANK:
        position += 1
    return position
