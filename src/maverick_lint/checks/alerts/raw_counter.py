"""A counter is read by its growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.counters import raw_counters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each counter that an alert reads as it is."""
    for _, rule in document.model.alerts():
        if rule.expression is not None and rule.expression.tree is not None:
            for selector in raw_counters(rule.expression.tree):
                yield Hit(rule.expression.span(selector.name_span), {"metric": selector.name})
