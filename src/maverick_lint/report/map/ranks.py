"""The columns of a layered drawing: every joint leads from one column to a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]
_PASSES: Final = 4


def components(count: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the connected parts of a graph, the largest first; each lists its nodes in order."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for node in range(count):
        found.setdefault(root(node), []).append(node)
    return sorted(found.values(), key=lambda nodes: (-len(nodes), nodes[0]))


def forward(count: int, pairs: Sequence[Pair]) -> list[bool]:
    """Say of each pair whether it keeps its direction; the others would close a circle."""
    leaving: list[list[int]] = [[] for _ in range(count)]
    entered = [0] * count
    for number, (source, target) in enumerate(pairs):
        leaving[source].append(number)
        entered[target] += 1
    kept = [True] * len(pairs)
    state = [0] * count  # 0 not seen, 1 on the way, 2 done
    for start in sorted(range(count), key=lambda node: (entered[node] > 0, node)):
        if state[start]:
            continue
        state[start] = 1
        way = [(start, iter(leaving[start]))]
        while way:
            node, rest = way[-1]
            following = next(rest, None)
            if following is None:
                state[node] = 2
                way.pop()
                continue
            target = pairs[following][1]
            if state[target] == 1:
                kept[following] = False
            elif state[target] == 0:
                state[target] = 1
                way.append((target, iter(leaving[target])))
    return kept


def ranks(count: int, pairs: Sequence[Pair]) -> list[int]:
    """Return the column of each node, from 0; `pairs` hold no circle."""
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for source, target in pairs:
        after[source].append(target)
        before[target].append(source)
    open_ends = [len(sources) for sources in before]
    ready = [node for node in range(count) if not open_ends[node]]
    rank = [0] * count
    order: list[int] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for target in after[node]:
            rank[target] = max(rank[target], rank[node] + 1)
            open_ends[target] -= 1
            if not open_ends[target]:
                ready.append(target)
    # A node with more joints on one side moves to that side as far as it may: joints get shorter.
    for _ in range(_PASSES):
        for node in reversed(order):
            if len(after[node]) > len(before[node]):
                rank[node] = min(rank[target] for target in after[node]) - 1
        for node in order:
            if len(before[node]) > len(after[node]):
                rank[node] = max(rank[source] for source in before[node]) + 1
    lowest = min(rank, default=0)
    return [one - lowest for one in rank]
