"""What an Alertmanager configuration states: that there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import Monitoring
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.alertmanager.model import Alertmanager


def facts(document: Document[Alertmanager]) -> Iterator[Fact]:
    """Yield that the repository has an Alertmanager."""
    route = document.model.route
    span = document.model.root.span if route is None else route.node.key_span()
    place = Place(document.source.path, span)
    yield Fact("monitoring", "alertmanager", Monitoring("alertmanager", document.source.path, place), place)
