"""Every receiver is named by a route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each receiver that no route names."""
    route = document.model.route
    if route is None:
        return
    named = {one.receiver.raw for one in route.walk() if one.receiver is not None}
    if any("${" in name or "{{" in name for name in named):
        return
    for receiver in document.model.receivers:
        if receiver.name not in named:
            yield Hit(receiver.name_node, {"name": receiver.name})
