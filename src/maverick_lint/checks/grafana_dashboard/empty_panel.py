"""Panels ask for something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.grafana_dashboard._panels import head, kind
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

# The panels of Grafana itself that show what a query gives.
_ASKING: Final = frozenset(
    {"timeseries", "graph", "stat", "singlestat", "gauge", "bargauge", "barchart", "table", "heatmap", "piechart"}
    | {"histogram", "logs", "state-timeline", "status-history"}
)


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each panel that shows the results of queries and has none."""
    for panel in document.model.panels:
        node = panel.node
        if kind(panel) not in _ASKING or node.get("libraryPanel") is not None or node.get("snapshotData") is not None:
            continue
        targets = node.get("targets")
        if not any(target.children for target in (targets.items() if targets is not None else ())):
            yield Hit(head(panel), {"panel": panel.title or kind(panel), "type": kind(panel)})
