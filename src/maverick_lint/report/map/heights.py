"""How high the items of a layered drawing stand: near what they are tied to, and never over one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWEEPS: Final = 6


def heights(
    columns: Sequence[Sequence[int]],
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    tall: Sequence[float],
    gaps: Sequence[float],
) -> list[float]:
    """Return the middle of each item, from 0 down.

    `tall` is each item's height, and `gaps` the room that it needs above and below: of two neighbours the larger one.
    """
    middle = [0.0] * len(tall)
    for column in columns:
        for item, offset in zip(column, _offsets(column, tall, gaps), strict=True):
            middle[item] = offset
    for sweep in range(_SWEEPS):
        backwards = sweep % 2 == 1
        for column in reversed(columns) if backwards else columns:
            wanted = [_wanted(item, before, after, middle, sweep) for item in column]
            for item, value in zip(column, _settled(wanted, _offsets(column, tall, gaps)), strict=True):
                middle[item] = value
    top = min((middle[item] - tall[item] / 2 for column in columns for item in column), default=0.0)
    return [round(value - top, 1) for value in middle]


def _wanted(
    item: int, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], middle: Sequence[float], sweep: int
) -> float:
    """Return where an item would like to be: beside its neighbours on the side that is settled, in the end on both."""
    near = [*before[item], *after[item]] if sweep >= _SWEEPS - 2 else (after if sweep % 2 else before)[item]
    values = sorted(middle[other] for other in near)
    if not values:
        return middle[item]
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _offsets(column: Sequence[int], tall: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Return the middles of the items of a column that stand as close as they may."""
    found: list[float] = []
    for index, item in enumerate(column):
        if not index:
            found.append(tall[item] / 2)
            continue
        above = column[index - 1]
        found.append(found[-1] + tall[above] / 2 + max(gaps[above], gaps[item]) + tall[item] / 2)
    return found


def _settled(wanted: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones (least squares) that keep the order and the distances.

    Pool adjacent violators: with the distances taken off, the places must not fall from one item to the next.
    """
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    flat = [total / count for total, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]
