"""Joints between what names a host with a port and the Compose service of that name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact
from maverick_lint.core.finding import Related
from maverick_lint.core.record import record
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.listening import Listening, is_silent, listening
from maverick_lint.stack.services import home, services_at, services_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.facts.containers import Service
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
_HOST: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^@/\s]*@)?([A-Za-z0-9_-][A-Za-z0-9_.-]*)(?::(\d{1,5}))?(?:[/?#].*)?\Z"
)
_SCHEMES: Final = {"http": 80, "https": 443}


@record
class Deaf:
    """A service that is named with a port on which nothing of it listens.

    published  the port is one that Compose publishes on the host; inside the network the container's own counts
    """

    service: Service
    listening: Listening
    published: bool

    @property
    def related(self) -> tuple[Related, ...]:
        """The service, and the places that say where it listens."""
        first = Related(self.service.place, f"service `{self.service.name}`")
        return (first, *places_of(self.listening, self.service.place))

    @property
    def hint(self) -> str:
        """What to add to a message."""
        return "; the port of the host is another one than that inside the network" if self.published else ""


def places_of(heard: Listening, known: Place | None = None) -> tuple[Related, ...]:
    """Return the places that say where something listens, but for the one already known."""
    said: dict[Place, list[str]] = {}
    for port, place, what in heard.said:
        if place != known:
            said.setdefault(place, [what]).append(str(port))
    return tuple(Related(at, f"{what}: {' and '.join(ports)}") for at, (what, *ports) in list(said.items())[:4])


def deaf(stack: Stack, host: str, port: int, path: str, *, project: bool = False) -> Deaf | None:
    """Return a service of this host name when no service of the name can listen on the port; None in all doubt.

    `path` is the file that names them; `project`: it is the project of who asks, so a service of it is meant first.
    """
    # a container on the host's network has no name in any other
    services = [one for one in services_at(stack, host, path) if one.network_mode != "host"]
    if project and any(one.project == path for one in services):
        beside = home(path)
        services = [one for one in services if one.project == path or home(one.project) == beside]
    found: list[Deaf] = []
    parts = _fragments(stack)
    for service in services:
        if service.project in parts and len(services) > 1 and is_silent(stack, service, port):
            continue
        heard = listening(stack, service)
        if heard is None or port in heard.perhaps:
            return None
        published = any(p.published is not None and p.published[0] <= port <= p.published[1] for p in service.ports)
        found.append(Deaf(service, heard, published))
    return found[0] if found else None


def _fragments(stack: Stack) -> frozenset[str]:
    known = stack.memo.get("compose-fragments")
    if not isinstance(known, frozenset):
        known = frozenset(fact.path for fact in stack.every(ComposeFact) if fact.fragment)
        stack.memo["compose-fragments"] = known
    return known


def address_of(text: str) -> tuple[str, int | None] | None:
    """Return host and port of `host:port` or of a URL; None when it is neither, or a part of it is unknown."""
    match = _HOST.match(text.strip())
    if match is None:
        return None
    scheme = text.partition("://")[0] if "://" in text else ""
    return match[1], int(match[2]) if match[2] else _SCHEMES.get(scheme.lower())


def project_names(stack: Stack, project: str) -> frozenset[str] | None:
    """Return every host name of a Compose project; None when more names may be known in it."""
    known = stack.memo.get("names-by-project")
    if not isinstance(known, dict):
        known = stack.memo["names-by-project"] = {
            fact.path: _names_of(stack, fact) for fact in stack.every(ComposeFact)
        }
    names: frozenset[str] | None = known.get(project)
    return names


def _names_of(stack: Stack, fact: ComposeFact) -> frozenset[str] | None:
    if fact.fragment or fact.shared:
        return None
    names: set[str] = set()
    for service in services_of(stack, fact.path):
        if not service.complete:
            return None
        names |= {service.name, *service.aliases, *service.open_names}
        if service.container_name is None or service.container_name:
            names.add(service.container_name or service.name)
    return frozenset(name.lower() for name in (*names, *fact.services))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word most like a mistaken one, "" for none."""
    close = close_matches(name.lower(), sorted(known), 1, 0.6)
    return f"; did you mean `{close[0]}`?" if close else ""
