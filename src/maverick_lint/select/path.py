"""Selector paths: `/services/*/image`, `/jobs/{job}/steps/{step}`.

A step is a key, `*` for every entry or item, `{name}` for the same with its key or index captured, or `**` for any
number of levels. There is nothing else: what needs more is a Python check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

Captures = dict[str, str]


def select(path: str, root: Node) -> Iterator[tuple[Node, Captures]]:
    """Yield each node that the path leads to, with what it captured."""
    steps = [step for step in path.split("/") if step]
    yield from _follow(steps, root, {})


def _follow(steps: list[str], node: Node, captures: Captures) -> Iterator[tuple[Node, Captures]]:
    if not steps:
        yield node, captures
        return
    step, rest = steps[0], steps[1:]
    if step == "**":
        for below in node.walk():
            yield from _follow(rest, below, captures)
    elif step == "*" or step.startswith("{"):
        for name, child in _entries(node):
            yield from _follow(rest, child, captures if step == "*" else {**captures, step[1:-1]: name})
    elif (named := node.get(step)) is not None:
        yield from _follow(rest, named, captures)


def _entries(node: Node) -> list[tuple[str, Node]]:
    if node.is_map:
        return list(node.pairs().items())
    return [(str(index), child) for index, child in enumerate(node.items())]
