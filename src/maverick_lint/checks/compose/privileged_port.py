"""compose/privileged-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

_LOWEST: Final = 1024
_DROPPED: Final = frozenset({"ALL", "NET_BIND_SERVICE", "CAP_NET_BIND_SERVICE"})


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port below 1024 that a container listens on, unless it gave up the right to."""
    first = FirstTime()
    for service in document.model.variants:
        if _dropped(service):
            continue
        for port in service.ports:
            if port.target is not None and not port.problem and port.target[0] < _LOWEST and first(port.at):
                values = {"service": owner(service, port.at), "port": str(port.target[0])}
                yield Hit(port.at.at, values, related=port.at.via)


def _dropped(service: Service) -> bool:
    listed = service.get("cap_drop")
    return any((item.known or "").upper() in _DROPPED for item in (listed.items() if listed is not None else ()))
