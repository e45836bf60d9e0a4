"""What Grafana's files state: that there is a Grafana, and which data sources it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import Monitoring
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.grafana.model import Dashboard, Provisioning


def facts(document: Document[Dashboard | Provisioning]) -> Iterator[Fact]:
    """Yield that the repository has a Grafana."""
    root = document.model.root
    first = root.children[0][0] if root.children else None
    place = Place(document.source.path, Span(0, 0) if first is None else first.span)
    yield Fact("monitoring", "grafana", Monitoring("grafana", document.source.path, place), place)
