"""Panels show how fast counters grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.grafana_dashboard._panels import kind
from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.counters import raw_counters
from maverick_lint.formats._promql.metric_types import counts_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

# A single number may be meant to say how many there have been.
_CURVES: Final = frozenset({"", "graph", "timeseries", "heatmap"})


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each counter that a curve shows as it is."""
    for panel in document.model.panels:
        for query in panel.queries if kind(panel) in _CURVES else ():
            for selector in raw_counters(query.promql.tree) if query.promql.tree is not None else ():
                at = selector.name_span
                if query.node.raw[at.start : at.end] == selector.name and counts_events(selector.name):
                    yield Hit(query.span(at), {"panel": panel.title, "metric": selector.name})
