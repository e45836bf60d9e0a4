"""A receiver tells somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the receiver of the top route when it tells nobody, though it takes what no other route takes."""
    route = document.model.route
    if route is None or route.receiver is None:
        return
    for receiver in document.model.receivers:
        if receiver.name == route.receiver.raw and not receiver.integrations:
            yield Hit(receiver.name_node, {"name": receiver.name})
