"""A panel's function fits the type of its metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.metric_types import misuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

_INSTEAD: Final = {
    "rate": "deriv()", "irate": "deriv()", "increase": "delta()", "resets": "changes()",
    "delta": "increase()", "idelta": "irate()", "deriv": "rate()", "predict_linear": "rate()",
}  # fmt: skip


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each function over a gauge that is made for counters, and the other way round."""
    for panel in document.model.panels:
        for query in panel.queries:
            for one in misuses(query.promql.tree) if query.promql.tree is not None else ():
                at = one.selector.name_span
                if query.node.raw[at.start : at.end] != one.selector.name:
                    continue  # a variable stands for a part of the name
                by = f" of {one.exporter}" if one.exporter else ""
                function = one.call.function
                values = {
                    "panel": panel.title, "metric": one.selector.name, "by": by, "function": function,
                    "instead": _INSTEAD[function],
                }  # fmt: skip
                yield Hit(query.span(one.call.function_span), values, one.type)
