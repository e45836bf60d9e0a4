"""The order within the columns of a layered drawing: as few crossings as a few sweeps find."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWEEPS: Final = 10
_MANY: Final = 4_000


def ordered(
    columns: Sequence[Sequence[int]], before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Return the columns in a good order; `before` and `after` name each item's neighbours in the columns beside it."""
    current = _started(columns, before, after)
    best, fewest = current, _crossings(current, after)
    sweeps = _SWEEPS if len(before) < _MANY else 3
    for sweep in range(sweeps):
        if not fewest:
            break
        backwards = sweep % 2 == 1
        current = _swept(current, after if backwards else before, backwards=backwards)
        found = _crossings(current, after)
        if found < fewest:
            best, fewest = current, found
    return best


def _started(
    columns: Sequence[Sequence[int]], before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Return the columns in the order in which a walk meets their items: what belongs together lies together."""
    place = {item: number for number, column in enumerate(columns) for item in column}
    found: list[list[int]] = [[] for _ in columns]
    seen: set[int] = set()
    for start in (item for column in columns for item in column):
        way = [start]
        while way:
            item = way.pop()
            if item in seen:
                continue
            seen.add(item)
            found[place[item]].append(item)
            way.extend(reversed([*after[item], *before[item]]))
    return found


def _swept(columns: list[list[int]], beside: Sequence[Sequence[int]], *, backwards: bool) -> list[list[int]]:
    """Return the columns, each in the order of its items' neighbours in the column before it (or after it)."""
    result = [list(column) for column in columns]
    numbers = range(len(result) - 2, -1, -1) if backwards else range(1, len(result))
    for number in numbers:
        at = {item: index for index, item in enumerate(result[number + (1 if backwards else -1)])}
        keys: dict[int, float] = {}
        for index, item in enumerate(result[number]):
            near = [at[other] for other in beside[item]]
            keys[item] = sum(near) / len(near) if near else float(index)
        result[number].sort(key=keys.__getitem__)
    return result


def _crossings(columns: list[list[int]], after: Sequence[Sequence[int]]) -> int:
    """Count the crossings between neighbouring columns."""
    count = 0
    for column, following in pairwise(columns):
        at = {item: index for index, item in enumerate(following)}
        met: list[int] = []
        for item in column:
            ends = sorted(at[other] for other in after[item])
            for end in ends:
                count += len(met) - bisect_right(met, end)
            for end in ends:
                met.insert(bisect_right(met, end), end)
    return count
