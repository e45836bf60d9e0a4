"""A counter is read by its growth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import SETS, Aggregation, Binary, Call, Selector, Subquery, bare, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

# These ask whether a series is there, or when it was last seen, and not for its value.
_PRESENCE: Final = frozenset(
    {"absent", "absent_over_time", "present_over_time", "timestamp", "count_over_time", "info"}
)
# Words of amounts that rise and fall, whose metrics bear the ending of a counter all the same.
_GAUGE: Final = re.compile(
    r"unapplied|pending|queue|current|active|open_|_open|free|used|avail|size|mem|disk|bytes_total$|connections|threads"
    r"|capacity|limit|max|members|nodes|replicas|instances|backlog|cpu_cores|swap|inodes|workers|waiting|running"
)
_COUNTING: Final = frozenset({"count", "group", "count_values"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each counter that an alert reads as it is."""
    for _, rule in document.model.alerts():
        if rule.expression is None or rule.expression.tree is None:
            continue
        for selector in _raw(rule.expression.tree):
            yield Hit(rule.expression.span(selector.name_span), {"metric": selector.name})


def _raw(tree: Expr) -> Iterator[Selector]:
    stack = [tree]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Selector):
            if node.range is None and _is_counter(node.name):
                yield node
        elif isinstance(node, Binary) and node.op in SETS and node.op != "or":
            stack.append(node.left)
        elif _asks_otherwise(node):
            continue
        else:
            stack.extend(reversed(children(node)))


def _is_counter(name: str) -> bool:
    return name.endswith("_total") and ":" not in name and _GAUGE.search(name) is None


def _asks_otherwise(node: Expr) -> bool:
    """Say whether the values below a node are not used as they are."""
    if isinstance(node, Binary):
        return node.op == "-" and _is_difference(node)
    if isinstance(node, Aggregation):
        return node.op in _COUNTING
    return isinstance(node, Subquery) or (isinstance(node, Call) and node.function in _PRESENCE)


def _is_difference(node: Binary) -> bool:
    """Say whether a metric is compared with what it was before: `a_total - a_total offset 1h`."""
    left, right = bare(node.left), bare(node.right)
    if not (isinstance(left, Selector) and isinstance(right, Selector)):
        return False
    return left.name == right.name and (left.offset is not None or right.offset is not None)
