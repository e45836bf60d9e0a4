"""compose/resource-limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_LIMITS: Final = (
    ("memory", ("mem_limit",), "kics:memory_not_limited"),
    ("cpus", ("cpus",), "kics:cpus_not_limited"),
    ("pids", ("pids_limit",), "kics:pids_limit_not_set"),
)


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each service that lacks one of the limits that the settings ask for."""
    if document.model.fragment:
        return
    for service in document.model.services:
        if service.open or not service.value.file.home or service.value.key is None:
            continue
        limits = service.get("deploy", "resources", "limits")
        missing = [
            (name, equivalent)
            for name, keys, equivalent in _LIMITS
            if name in options["limits"] and service.get(*keys) is None and (limits is None or limits.get(name) is None)
        ]
        if missing:
            names = ", ".join(f"`{name}`" for name, _ in missing)
            equivalents = tuple(equivalent for _, equivalent in missing)
            yield Hit(service.value.key_at, {"service": service.name, "names": names}, equivalents=equivalents)
