"""Numbers have units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.grafana_dashboard._panels import head, kind, queried
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

# The panels whose numbers have an axis or stand alone, of those that keep the unit in `fieldConfig`.
_NUMBERS: Final = frozenset({"timeseries", "stat", "gauge", "bargauge", "barchart"})


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each panel that shows numbers and has no unit."""
    for panel in queried(document.model):
        if kind(panel) not in _NUMBERS or not panel.title.strip():
            continue
        unit, mappings = (panel.node.at("fieldConfig", "defaults", key) for key in ("unit", "mappings"))
        if (unit is not None and unit.text) or (mappings is not None and mappings.items()):
            continue
        fields = panel.node.at("options", "reduceOptions", "fields")
        if (fields is None or not fields.raw) and not _overrides(panel.node):
            yield Hit(head(panel), {"panel": panel.title})


def _overrides(node: Node) -> bool:
    """Say whether an override of the panel gives some field a unit."""
    listed = node.at("fieldConfig", "overrides")
    for override in listed.items() if listed is not None else ():
        properties = override.get("properties")
        for one in properties.items() if properties is not None else ():
            name = one.get("id")
            if name is not None and name.raw in ("unit", "mappings"):
                return True
    return False
