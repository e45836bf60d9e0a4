"""compose/drop-privileges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

_FLAGS = ("no-new-privileges", "no-new-privileges:true", "no-new-privileges=true")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that keeps all capabilities, and for each that may gain privileges."""
    if document.model.fragment:
        return
    for service in document.model.services:
        if service.open or not service.value.file.home or service.value.key is None:
            continue
        if service.get("cap_drop") is None:
            equivalents = ("kics:container_capabilities_unrestricted",)
            yield Hit(service.value.key_at, {"service": service.name}, "capabilities", equivalents=equivalents)
        if not _flagged(service):
            missing = service.get("security_opt") is None
            first = ("kics:security_opt_not_set",) if missing else ()
            equivalents = (*first, "kics:no_new_privileges_not_set")
            yield Hit(service.value.key_at, {"service": service.name}, equivalents=equivalents)


def _flagged(service: Service) -> bool:
    options = service.get("security_opt")
    items = [] if options is None else options.items()
    return any(item.known is None or item.known in _FLAGS for item in items)
