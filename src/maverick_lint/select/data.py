"""Nodes as plain data, for validators that know no nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

LIMIT: Final = 100_000


class TooLargeError(ValueError):
    """A tree has more nodes than the limit once its aliases are followed."""


def plain(node: Node) -> Any:  # noqa: ANN401 - plain data has no narrower type
    """Return the dicts, lists and scalars that a node stands for.

    Raises TooLargeError when aliases blow the tree up beyond 100,000 nodes.
    """
    budget = [LIMIT]
    return _plain(node, budget)


def _plain(node: Node, budget: list[int]) -> Any:  # noqa: ANN401 - plain data has no narrower type
    budget[0] -= 1
    if budget[0] < 0:
        message = f"over {LIMIT:,} nodes once aliases are followed"
        raise TooLargeError(message)
    if node.is_map:
        return {key: _plain(child, budget) for key, child in node.pairs().items()}
    if node.is_list:
        return [_plain(child, budget) for child in node.items()]
    return node.value
