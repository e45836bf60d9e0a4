"""compose/drop-privileges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._views import both, faulty
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

_FLAGS = ("no-new-privileges", "no-new-privileges:true", "no-new-privileges=true")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that keeps all capabilities, and for each that may gain privileges."""
    for fault, case in ((_keeps, "capabilities"), (_may_gain, "")):
        for service, equivalents, by in faulty(document.model, fault):
            related = both(service.value.via, by)
            yield Hit(service.value.key_at, {"service": service.name}, case, related, equivalents=equivalents)


def _keeps(service: Service) -> tuple[str, ...] | None:
    return ("kics:container_capabilities_unrestricted",) if service.get("cap_drop") is None else None


def _may_gain(service: Service) -> tuple[str, ...] | None:
    options = service.get("security_opt")
    items = [] if options is None else options.items()
    if any(item.known is None or item.known in _FLAGS for item in items):
        return None
    first = ("kics:security_opt_not_set",) if options is None else ()
    return (*first, "kics:no_new_privileges_not_set")
