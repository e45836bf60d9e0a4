"""compose/resource-limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._views import both, faulty
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

_LIMITS: Final = (
    ("memory", ("mem_limit",), "kics:memory_not_limited"),
    ("cpus", ("cpus",), "kics:cpus_not_limited"),
    ("pids", ("pids_limit",), "kics:pids_limit_not_set"),
)


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each service that lacks one of the limits that the settings ask for."""

    def missing(service: Service) -> list[tuple[str, str]] | None:
        limits = service.get("deploy", "resources", "limits")
        found = [
            (name, equivalent)
            for name, keys, equivalent in _LIMITS
            if name in options["limits"] and service.get(*keys) is None and (limits is None or limits.get(name) is None)
        ]
        return found or None

    for service, found, by in faulty(document.model, missing):
        names = ", ".join(f"`{name}`" for name, _ in found)
        equivalents = tuple(equivalent for _, equivalent in found)
        values = {"service": service.name, "names": names}
        yield Hit(service.value.key_at, values, related=both(service.value.via, by), equivalents=equivalents)
