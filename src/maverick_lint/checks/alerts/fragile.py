"""An alert over two aggregations waits for both of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._promql.tree import COMPARISONS, Aggregation, Binary, bare, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

_ARITHMETIC: Final = frozenset({"+", "-", "*", "/", "%", "^"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the first operation between two aggregations that an alert without `for` compares."""
    for _, rule in document.model.alerts():
        expression, lasts = rule.expression, rule.get("for")
        if expression is None or expression.tree is None or (lasts is not None and seconds(lasts.raw) != 0):
            continue
        found = _compared(expression.tree)
        if found is not None:
            yield Hit(expression.span(found.op_span), {"alert": rule.name.raw})


def _compared(tree: Expr) -> Binary | None:
    waiting: list[tuple[Expr, bool]] = [(tree, False)]
    while waiting:
        node, compared = waiting.pop()
        if isinstance(node, Binary):
            if compared and _is_of_two(node):
                return node
            compared = compared or node.op in COMPARISONS
        waiting.extend((child, compared) for child in reversed(children(node)))
    return None


def _is_of_two(node: Binary) -> bool:
    joined = node.matching is not None and bool(node.matching.group)
    both = isinstance(bare(node.left), Aggregation) and isinstance(bare(node.right), Aggregation)
    return both and not joined and node.op in _ARITHMETIC
