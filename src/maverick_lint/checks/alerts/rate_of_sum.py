"""Counters are added up after their rate, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.functions import PICKING
from maverick_lint.formats._promql.tree import Aggregation, Call, Subquery, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

_RATES: Final = frozenset({"rate", "irate", "increase"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each aggregation inside a rate."""
    for _, rule in document.model.rules():
        if rule.expression is None or rule.expression.tree is None:
            continue
        for node in walk(rule.expression.tree):
            if not (isinstance(node, Call) and node.function in _RATES and isinstance(node.args[0], Subquery)):
                continue
            inner = bare(node.args[0].expr)
            if isinstance(inner, Aggregation) and inner.op not in PICKING:
                yield Hit(rule.expression.span(inner.op_span), {"function": node.function, "op": inner.op})
