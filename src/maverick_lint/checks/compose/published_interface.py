"""compose/published-interface."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._datastores import datastore
from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose
    from maverick_lint.formats.compose.ports import Port

# A variable that is called a port holds one, and no address: `${WEB_PORT}:80`.
_PORT: Final = r"\$(?:\{\w*PORT\}|\w*PORT\b):[^:]+\Z"


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port that is published without naming the interface; datastores have a rule of their own."""
    first = FirstTime()
    for service in document.model.variants:
        if datastore(service) is not None:
            continue
        for port in service.ports:
            if port.problem or port.target is None or (port.host_ip != "" and not _named_port(port)):
                continue
            if first(port.at):
                low, high = port.target
                values = {"service": owner(service, port.at), "port": str(low) if low == high else f"{low}-{high}"}
                yield Hit(port.at.at, values, related=port.at.via)


def _named_port(port: Port) -> bool:
    """Say whether what stands before the container's port is a variable that is called a port."""
    return port.host_ip is None and port.short and re.match(_PORT, port.at.node.raw) is not None
