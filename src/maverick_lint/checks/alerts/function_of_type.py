"""A function fits the type of its metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.metric_types import misuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

_INSTEAD: Final = {
    "rate": "deriv()", "irate": "deriv()", "increase": "delta()", "resets": "changes()",
    "delta": "increase()", "idelta": "irate()", "deriv": "rate()", "predict_linear": "rate()",
}  # fmt: skip


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each function over a gauge that is made for counters, and the other way round."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for one in misuses(expression.tree):
            by = f" of {one.exporter}" if one.exporter else ""
            function = one.call.function
            values = {"metric": one.selector.name, "by": by, "function": function, "instead": _INSTEAD[function]}
            yield Hit(expression.span(one.call.function_span), values, one.type)
