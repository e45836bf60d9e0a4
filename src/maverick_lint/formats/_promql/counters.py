"""Where an expression reads a counter as it is, and not by its growth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._promql.metric_types import is_counter
from maverick_lint.formats._promql.tree import SETS, Aggregation, Binary, Call, Selector, Subquery, bare, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._promql.tree import Expr

# These ask whether a series is there, or when it was last seen, and not for its value.
_PRESENCE: Final = frozenset(
    {"absent", "absent_over_time", "present_over_time", "timestamp", "count_over_time", "info"}
)
_COUNTING: Final = frozenset({"count", "group", "count_values"})


def raw_counters(tree: Expr) -> Iterator[Selector]:
    """Yield the selectors of counters whose values are used as they are."""
    stack = [tree]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Selector):
            if node.range is None and is_counter(node.name):
                yield node
        elif isinstance(node, Binary) and node.op in SETS and node.op != "or":
            stack.append(node.left)
        elif _asks_otherwise(node):
            continue
        else:
            stack.extend(reversed(children(node)))


def _asks_otherwise(node: Expr) -> bool:
    """Say whether the values below a node are not used as they are."""
    if isinstance(node, Binary):
        return node.op == "-" and _is_difference(node)
    if isinstance(node, Aggregation):
        return node.op in _COUNTING
    return isinstance(node, Subquery) or (isinstance(node, Call) and node.function in _PRESENCE)


def _is_difference(node: Binary) -> bool:
    """Say whether a metric is compared with what it was before, or what came with what went.

    `a_total - a_total offset 1h`; `mallocs_total - frees_total` is what is there now.
    """
    left, right = bare(node.left), bare(node.right)
    if not (isinstance(left, Selector) and isinstance(right, Selector)):
        return False
    if left.name == right.name:
        return left.offset is not None or right.offset is not None
    return is_counter(left.name) and is_counter(right.name)
