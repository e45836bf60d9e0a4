"""Where the boxes of a drawing stand and how its lines run: layers from left to right, the same for the same input.

Every line gets a label in a column of its own between two columns of boxes, and passes each further column at a height
that is kept free for it. So boxes and labels never lie over one another, and lines cross in the gaps alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import builder
from maverick_lint.report.map.geometry import Box, Layout, Line, Size, Stops
from maverick_lint.report.map.heights import heights
from maverick_lint.report.map.order import ordered
from maverick_lint.report.map.ranks import components, forward, ranks
from maverick_lint.report.map.routes import Frame, route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.report.map.geometry import Tie

MARGIN: Final = 16.0
_BETWEEN: Final = 30.0
_ROW: Final = 1_300.0
_BOX_GAP: Final = 16.0
_LABEL_GAP: Final = 7.0
_PASSING: Final = 4.0
_NARROW: Final = 34.0
_WIDE: Final = 110.0


@builder
class _Part:
    """A connected part: its boxes and lines from (0, 0), by their numbers."""

    boxes: dict[int, Box]
    lines: dict[int, Line]
    width: float
    height: float


def laid_out(sizes: Sequence[Size], ties: Sequence[Tie]) -> Layout:
    """Return the drawing of boxes of these sizes with these ties; a box may get wider. No tie leads to its own box."""
    groups = components(len(sizes), [(tie.source, tie.target) for tie in ties])
    by_group = {node: number for number, group in enumerate(groups) for node in group}
    owned: list[list[int]] = [[] for _ in groups]
    for number, tie in enumerate(ties):
        owned[by_group[tie.source]].append(number)
    parts = [_part(group, own, sizes, ties) for group, own in zip(groups, owned, strict=True)]
    boxes: dict[int, Box] = {}
    lines: dict[int, Line] = {}
    widest = max([_ROW, *(part.width for part in parts)])
    x = y = MARGIN
    tallest = right = 0.0
    for part in parts:
        if x > MARGIN and x + part.width > widest + MARGIN:
            x, y, tallest = MARGIN, y + tallest + _BETWEEN, 0.0
        boxes.update({node: _moved(box, x, y) for node, box in part.boxes.items()})
        for number, line in part.lines.items():
            points = tuple((round(px + x, 1), round(py + y, 1)) for px, py in line.points)
            lines[number] = Line(points, _moved(line.label, x, y))
        right = max(right, x + part.width)
        x, tallest = x + part.width + _BETWEEN, max(tallest, part.height)
    return Layout(
        tuple(boxes[node] for node in range(len(sizes))),
        tuple(lines[number] for number in range(len(ties))),
        round(right + MARGIN, 1),
        round(y + tallest + MARGIN, 1),
    )


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(round(box.x + x, 1), round(box.y + y, 1), box.width, box.height)


def _part(group: list[int], own: list[int], sizes: Sequence[Size], ties: Sequence[Tie]) -> _Part:
    local = {node: index for index, node in enumerate(group)}
    pairs = [(local[ties[number].source], local[ties[number].target]) for number in own]
    kept = forward(len(group), pairs)
    onward = [pair if keep else (pair[1], pair[0]) for pair, keep in zip(pairs, kept, strict=True)]
    column_of = [2 * rank for rank in ranks(len(group), onward)]
    size = [sizes[node] for node in group]
    gaps = [_BOX_GAP] * len(group)
    chains: list[list[int]] = []
    for number, (low, high) in zip(own, onward, strict=True):
        chain = [low]
        for column in range(column_of[low] + 1, column_of[high]):
            chain.append(len(size))
            first = len(chain) == 2  # noqa: PLR2004 - the label is the first stop of the line
            size.append(ties[number].label if first else Size(0.0, _PASSING))
            gaps.append(_LABEL_GAP)
            column_of.append(column)
        chains.append([*chain, high])
    return _placed(group, own, Stops(size, gaps, column_of, chains, kept))


def _placed(group: list[int], own: list[int], stops: Stops) -> _Part:
    before: list[list[int]] = [[] for _ in stops.size]
    after: list[list[int]] = [[] for _ in stops.size]
    for chain in stops.chains:
        for one, other in pairwise(chain):
            after[one].append(other)
            before[other].append(one)
    columns: list[list[int]] = [[] for _ in range(max(stops.column_of) + 1)]
    for item, number in enumerate(stops.column_of):
        columns[number].append(item)
    columns = ordered(columns, before, after)
    tall = [size.height for size in stops.size]
    middle = heights(columns, before, after, tall, stops.gaps)
    wide = [max(stops.size[item].width for item in column) for column in columns]
    left = [0.0]
    for number, column in enumerate(columns[:-1]):
        leaving = sum(len(after[item]) for item in column)
        left.append(round(left[-1] + wide[number] + min(_WIDE, _NARROW + 1.5 * leaving), 1))
    boxes = {
        node: Box(left[number], round(middle[index] - tall[index] / 2, 1), wide[number], tall[index])
        for index, node in enumerate(group)
        for number in (stops.column_of[index],)
    }
    frame = Frame(stops, left, wide, middle)
    lines = {number: route(frame, index) for index, number in enumerate(own)}
    total = max(middle[item] + tall[item] / 2 for column in columns for item in column)
    return _Part(boxes, lines, left[-1] + wide[-1], total)
