"""What is wrong with an address that one program of the stack has of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import LOCAL, address_of, deaf, nearest, project_names
from maverick_lint.stack.listening import listening
from maverick_lint.stack.mounted import readers
from maverick_lint.stack.services import services_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.facts.containers import Service
    from maverick_lint.core.finding import Value
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


class Targets:
    """Judges the addresses that a file gives to the program that reads it."""

    def __init__(self, stack: Stack, path: str, addresses: Iterable[str], *programs: str) -> None:
        """Take the file, every address in it, and the names of the images whose program reads it."""
        self._stack = stack
        self._path = path
        self._readers = readers(stack, path, *programs)
        found = [one for text in addresses if (one := address_of(text)) is not None]
        self._hosts = frozenset(host.lower() for host, _ in found)

    def judge(self, text: str, place: Place, values: dict[str, Value]) -> Hit | None:
        """Return what is wrong with an address; None when nothing is, or too little is known."""
        address = address_of(text)
        if address is None:
            return None
        host, port = address
        values = {**values, "address": text, "host": host}
        if host in LOCAL:
            return self._local(port, place, values)
        found = None if port is None else deaf(self._stack, host, port, self._path)
        if found is not None and found.listening.firm:
            more: dict[str, Value] = {
                "service": found.service.name, "ports": found.listening.shown, "hint": found.hint,
            }  # fmt: skip
            return Hit(place, values | more, related=found.related)
        if port is not None and found is None and (hit := self._published(host, port, place, values)) is not None:
            return hit
        return self._nobody(host, place, values)

    def _published(self, host: str, port: int, place: Place, values: dict[str, Value]) -> Hit | None:
        """Return a hit where the port is one that Compose opens on the host, for another one of the container.

        What the image listens on need not be known: other containers ask it at its own ports.
        """
        services = services_at(self._stack, host, self._path)
        service = services[0] if len(services) == 1 else None
        if service is None or not service.complete or service.network_mode not in ("", "bridge"):
            return None
        inside = [*(one.target for one in service.ports if one.target), *service.exposed]
        found = [
            one.target[0]
            for one in service.ports
            if one.target and one.published == (port, port) and one.target[0] == one.target[1]
        ]
        if not found or any(low <= port <= high for low, high in inside):
            return None
        hint = f"; {port} is its port on the host, which other containers do not ask"
        related = (Related(service.place, f"service `{service.name}` publishes it"),)
        return Hit(place, values | {"service": service.name, "ports": str(found[0]), "hint": hint}, related=related)

    def _local(self, port: int | None, place: Place, values: dict[str, Value]) -> Hit | None:
        if not self._readers or not all(self._alone(service, port) for service in self._readers):
            return None
        service = self._readers[0]
        related = (Related(service.place, f"service `{service.name}` reads this file"),)
        return Hit(place, values | {"service": service.name}, "local", related)

    def _alone(self, service: Service, port: int | None) -> bool:
        """Say whether a service has a network of its own, on which its own program does not listen on the port."""
        heard = listening(self._stack, service)
        return heard is not None and port not in heard.perhaps

    def _nobody(self, host: str, place: Place, values: dict[str, Value]) -> Hit | None:
        if "." in host or services_at(self._stack, host, self._path):
            return None
        projects = {service.project for service in self._readers}
        known: set[str] = set()
        for project in projects:
            names = project_names(self._stack, project)
            if names is None or host.lower() in names:
                return None
            known |= names
        hint = nearest(host, known)
        if not known or not (known & self._hosts or hint):
            return None
        service = self._readers[0]
        more: dict[str, Value] = {"project": service.project, "hint": hint}
        related = (Related(service.place, f"service `{service.name}` reads this file"),)
        return Hit(place, values | more, "nobody", related)
