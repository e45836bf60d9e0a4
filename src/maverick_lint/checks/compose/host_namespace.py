"""compose/host-namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_SHARED: Final = {
    "pid": "processes",
    "ipc": "shared memory",
    "network_mode": "network",
    "userns_mode": "users",
    "uts": "host name",
    "cgroup": "control groups",
}


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each namespace of the host that a service shares."""
    first = FirstTime()
    for service in document.model.variants:
        if service.image is not None and service.image.base in options["images"]:
            continue
        for key, what in _SHARED.items():
            value = service.get(key)
            if value is not None and value.known == "host" and first(value):
                values = {"service": owner(service, value), "key": key, "what": what}
                yield Hit(value.at, values, related=value.via)
