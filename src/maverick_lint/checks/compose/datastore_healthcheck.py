"""compose/datastore-healthcheck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._datastores import datastore
from maverick_lint.checks.compose._views import both, faulty
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maverick_lint.checks.compose._datastores import Datastore
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Link, Service


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each datastore without a health check that another service waits for."""
    for service, (store, other, link), by in faulty(document.model, _unchecked(document.model)):
        if service.image_at is None:
            continue
        values = {"service": service.name, "store": store.name, "other": other.name}
        health = service.get("healthcheck")
        at = service.image_at if health is None else health.get("disable") or health.get("test") or health
        where = link.at.key_place if link.at.key else link.at.place
        related = (Related(where, f"`{other.name}` waits for it"), *both(at.via, by))
        yield Hit(at.at, values, "" if health is None else "disabled", related)


def _unchecked(model: Compose) -> Callable[[Service], tuple[Datastore, Service, Link] | None]:
    """Return what finds the first service that waits for a datastore without a health check."""
    awaited: dict[str, list[tuple[Service, Link]]] = {}
    for other in model.variants:
        for link in other.depends_on:
            awaited.setdefault(link.service, []).append((other, link))

    def fault(service: Service) -> tuple[Datastore, Service, Link] | None:
        store = datastore(service)
        if store is None or service.health not in ("absent", "disabled"):
            return None
        if service.image is not None and service.image.name == "mysql/mysql-server":
            return None  # the one among them whose image brings a health check
        found = (pair for pair in awaited.get(service.name, ()) if _waits(pair[1], store.family))
        waiting = next(found, None)
        return None if waiting is None else (store, *waiting)

    return fault


def _waits(link: Link, family: str) -> bool:
    """Say whether a dependency lacks a health check; one that asks for it fails by compose/healthy-dependency.

    `service_started`, written out for a cache, is a choice: it is ready as soon as it runs.
    """
    chosen = link.condition == "service_started" and family == "cache"
    return link.condition in ("", "service_started") and not chosen
