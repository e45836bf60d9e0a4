"""Graphs of names: what waits for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield the circles of a graph, each as the way from its first node back to it; every node is in one at most."""
    state: dict[str, int] = {}
    for root, first in graph.items():
        if root in state:
            continue
        stack = [(root, iter(first))]
        way = [root]
        state[root] = 1
        while stack:
            name, following = stack[-1]
            step = next(following, None)
            if step is None:
                stack.pop()
                way.pop()
                state[name] = 2
            elif step in graph and state.get(step) == 1:
                start = way.index(step)
                yield [*way[start:], step]
                for one in way[start:]:
                    state[one] = 2
            elif step in graph and step not in state:
                state[step] = 1
                way.append(step)
                stack.append((step, iter(graph[step])))
