"""The series of an alert stay the same from one evaluation to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.functions import PICKING
from maverick_lint.formats._promql.tree import Aggregation, Binary, bare, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each aggregation that picks some series, where these become the series of the alert."""
    for _, rule in document.model.alerts():
        if rule.expression is None or rule.expression.tree is None:
            continue
        for node in _picking(rule.expression.tree):
            yield Hit(rule.expression.span(node.op_span), {"op": node.op, "alert": rule.name.raw})


def _picking(tree: Expr) -> Iterator[Aggregation]:
    stack = [tree]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Aggregation):
            if node.op in PICKING:
                yield node
        elif isinstance(node, Binary) and node.op in ("and", "unless"):
            stack.append(node.left)
        else:
            stack.extend(reversed(children(node)))
