"""A quantile of a histogram is one of recent requests, and keeps its buckets apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.functions import GROWTH
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.tree import Call, Selector, Subquery, bare, children, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Expression, RuleFile

_POSITION = {"histogram_quantile": 1, "histogram_fraction": 2, "histogram_quantiles": 0}


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the raw buckets under a quantile, and what takes the label `le` away from them."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            if isinstance(node, Call) and node.function in _POSITION:
                yield from _judge(expression, node, node.args[_POSITION[node.function]])


def _judge(expression: Expression, call: Call, buckets: Expr) -> Iterator[Hit]:
    for raw in _raw(buckets):
        values = {"metric": raw.name, "function": call.function}
        yield Hit(expression.span(raw.name_span), values)
    for branch in branches(buckets):
        selector = next((n for n in walk(buckets) if isinstance(n, Selector) and n.span == branch.span), None)
        gone = branch.gone("le")
        if gone is None or selector is None or not selector.name.endswith("_bucket"):
            continue
        values = {"metric": selector.name, "function": call.function, "by": gone.by}
        related = (Related(expression.span(selector.name_span), f"`{selector.name}` has the label `le`"),)
        yield Hit(expression.span(gone.span), values, case="le", related=related)


def _raw(node: Expr) -> Iterator[Selector]:
    """Yield the bucket counters that reach the quantile as they are; a name with a colon is a recording rule's."""
    stack = [node]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Call) and (node.function in GROWTH or node.function.endswith("_over_time")):
            continue
        if isinstance(node, Subquery):
            continue
        if isinstance(node, Selector) and node.name.endswith("_bucket") and ":" not in node.name:
            yield node
        stack.extend(reversed(children(node)))
