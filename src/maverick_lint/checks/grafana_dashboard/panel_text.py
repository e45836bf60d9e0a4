"""Panels say what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.grafana_dashboard._panels import head, kind, queried
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:
    """Yield each panel with a query that has no title, or no description where one is asked for."""
    for panel in queried(document.model):
        description = panel.node.get("description")
        if not panel.title.strip():
            yield Hit(head(panel), {"type": kind(panel)}, "title")
        elif options["descriptions"] and (description is None or not description.raw.strip()):
            yield Hit(head(panel), {"panel": panel.title}, "description")
