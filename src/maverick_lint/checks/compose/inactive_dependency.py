"""compose/inactive-dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.compose.interpolate import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.formats.compose.model import Compose, Link, Service


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that runs under a profile under which a service that it needs does not."""
    first = FirstTime()
    for view in document.model.views:
        if view.fragment:
            continue
        everyone = {service.name: service for service in view.everyone}
        for service in view.services:
            for link in service.links:
                target = everyone.get(link.service)
                if target is None or not target.profiles or UNKNOWN in (*service.profiles, *target.profiles):
                    continue
                missing = [name for name in service.profiles if name not in target.profiles]
                if (service.profiles and not missing) or not _required(link) or not first(link.at):
                    continue
                values = {
                    "service": owner(service, link.at),
                    "target": target.name,
                    "key": link.how,
                    "when": f"under the profile `{missing[0]}`" if missing else "without any profile",
                    "profiles": ", ".join(f"`{name}`" for name in target.profiles[:3]),
                }
                yield Hit(_at(link), values, related=(*_where(target), *link.at.via))


def _required(link: Link) -> bool:
    flag = link.at.get("required") if link.at.is_map else None
    return flag is None or flag.known == "true"


def _at(link: Link) -> Node | Place:
    return link.at.key_at if link.at.key is not None and link.how == "depends_on" else link.at.at


def _where(target: Service) -> tuple[Related, ...]:
    profiles = target.get("profiles")
    return () if profiles is None else (Related(profiles.place, "its profiles"),)
