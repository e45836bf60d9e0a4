"""How a line runs from the border of one box over its stops to the border of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.report.map.geometry import Box, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.report.map.geometry import Point, Stops

_UNDER: Final = 3.0


class Frame:
    """A part with its columns and heights known, and where each line leaves and enters a box."""

    def __init__(self, stops: Stops, left: Sequence[float], wide: Sequence[float], middle: Sequence[float]) -> None:
        """Take the stops, the left edge and the width of each column, and the middle of each stop."""
        self.stops = stops
        self.left = left
        self.wide = wide
        self.middle = middle
        leaving: dict[int, list[int]] = {}
        entering: dict[int, list[int]] = {}
        for chain in stops.chains:
            leaving.setdefault(chain[0], []).append(chain[1])
            entering.setdefault(chain[-1], []).append(chain[-2])
        self.leaves = self._spread(leaving)
        self.enters = self._spread(entering)

    def _spread(self, ends: dict[int, list[int]]) -> dict[int, float]:
        """Return the height at which each line meets its box: spread over its side in the order of where they lead."""
        found: dict[int, float] = {}
        for box, stops in ends.items():
            tall = self.stops.size[box].height
            top = self.middle[box] - tall / 2
            stops.sort(key=lambda stop: (self.height(stop), stop))
            for number, stop in enumerate(stops, 1):
                found[stop] = round(top + tall * number / (len(stops) + 1), 1)
        return found

    def height(self, stop: int) -> float:
        """Return the height of the line at a stop: under the text of a label."""
        tall = self.stops.size[stop].height
        return round(self.middle[stop] + tall / 2 - _UNDER if self.stops.size[stop].width else self.middle[stop], 1)


def route(frame: Frame, number: int) -> Line:
    """Return the line of a chain, from its source to its target."""
    chain = frame.stops.chains[number]
    low, first, last, high = chain[0], chain[1], chain[-2], chain[-1]
    column = frame.stops.column_of
    points: list[Point] = [(frame.left[column[low]] + frame.wide[column[low]], frame.leaves[first])]
    for stop in chain[1:-1]:
        x, y = frame.left[column[stop]], frame.height(stop)
        points += [(x, y), (x + frame.wide[column[stop]], y)]
    points.append((frame.left[column[high]], frame.enters[last]))
    if not frame.stops.kept[number]:
        points.reverse()
    size = frame.stops.size[first]
    label = Box(frame.left[column[first]], round(frame.middle[first] - size.height / 2, 1), size.width, size.height)
    return Line(tuple(points), label)
