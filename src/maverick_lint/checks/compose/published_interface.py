"""compose/published-interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._datastores import datastore
from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port that is published without naming the interface; datastores have a rule of their own."""
    first = FirstTime()
    for service in document.model.variants:
        if datastore(service) is not None:
            continue
        for port in service.ports:
            if port.problem or port.host_ip != "" or port.target is None:
                continue
            if first(port.at):
                low, high = port.target
                values = {"service": owner(service, port.at), "port": str(low) if low == high else f"{low}-{high}"}
                yield Hit(port.at.at, values, related=port.at.via)
