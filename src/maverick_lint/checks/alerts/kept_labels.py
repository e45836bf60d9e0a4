"""Aggregations keep the labels that everything needs, and leave out those that nothing may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.tree import Aggregation, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Expression, RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each label of `keep` that an aggregation takes away, and each of `strip` that one leaves."""
    for group, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        supplied = {label.name for label in rule.labels} | set(group.labels)
        yield from _judge(expression, set(options["keep"]) - supplied, options["strip"])


def _judge(expression: Expression, keep: set[str], strip: list[str]) -> Iterator[Hit]:
    tree = expression.tree
    assert tree is not None  # noqa: S101 - the caller has looked
    aggregated = any(isinstance(node, Aggregation) for node in walk(tree))
    results = branches(tree) if aggregated else ()
    for label in sorted(keep):
        for gone in sorted({why for branch in results if (why := branch.gone(label))}, key=lambda why: why.span):
            if gone.by.startswith(("sum", "avg", "min", "max", "count", "group", "std", "quantile")):
                yield Hit(expression.span(gone.span), {"label": label, "by": gone.by})
    for label in strip:
        if any(branch.gone(label) is None for branch in results):
            yield Hit(expression.span(tree.span), {"label": label}, "strip")
