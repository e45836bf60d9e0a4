"""stack/connection-address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import EnvFile, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.joints import LOCAL, address_of, deaf, nearest, project_names
from maverick_lint.stack.listening import listening
from maverick_lint.stack.services import projects_in, services_at, services_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_URL: Final = re.compile(r"([a-z][a-z0-9+]*)://[^\s,]+\Z")
# Programs speak these among themselves; a browser, which runs on the host, speaks http.
_INNER: Final = re.compile(
    r"(?:postgres|postgresql|mysql|mariadb|redis|rediss|amqp|amqps|mongodb|memcached?|valkey)(?:\+\w+)?\Z"
)
# What the name of an example has and its copy has not.
_COPIED: Final = (".example", ".sample", ".dist", ".template", "example.", "sample.")
_PORTS: Final = {"postgres": 5432, "postgresql": 5432, "mysql": 3306, "redis": 6379, "amqp": 5672, "mongodb": 27017}


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each URL in the environment of a service that leads to nothing of its project."""
    seen: set[Place] = set()
    for service in stack.every(Service):
        if service.network_mode not in ("", "bridge"):
            continue
        for (name, text), place in zip(service.values, service.value_places, strict=True):
            match = _URL.match(text or "")
            if match is None or place in seen:
                continue
            seen.add(place)
            hit = _judge(stack, service, match, {"name": name, "by": service.name}, place)
            if hit is not None:
                yield hit
    for file in stack.every(EnvFile):
        yield from _in_file(stack, file)


def _in_file(stack: Stack, file: EnvFile) -> Iterator[Hit]:
    """Yield a hit for each address in a file of variables beside one Compose project that leads to nothing of it."""
    folder = file.path.rpartition("/")[0]
    projects = projects_in(stack, folder)
    for name, text, place in file.variables if len(projects) == 1 else ():
        match = _URL.match((text or "").strip("\"'"))
        address = address_of(match.group()) if match is not None and _INNER.match(match[1]) else None
        if match is None or address is None or address[0] in LOCAL:
            continue
        host, port = address[0], address[1] or _PORTS.get(match[1].partition("+")[0])
        names = project_names(stack, projects[0])
        values: dict[str, Value] = {
            "name": name,
            "host": host,
            "address": host if address[1] is None else f"{host}:{port}",
        }
        found = deaf(stack, host, port, file.path) if port is not None else None
        if names is not None and found is not None and found.listening.firm:
            more: dict[str, Value] = {
                "service": found.service.name, "ports": found.listening.shown, "hint": found.hint, "by": "",
            }  # fmt: skip
            yield Hit(place, values | more, "file", found.related)
        elif names is not None and "." not in host and host.lower() not in names:
            close = close_matches(host.lower(), sorted(names), 1, 0.8)
            beside = services_of(stack, projects[0])
            at = next((one for one in beside if close and one.name == close[0]), None)
            if at is None and _is_read(file, name, beside):  # the one that listens where the address leads to
                there = [one for one in beside if (heard := listening(stack, one)) is not None and port in heard.ports]
                at = there[0] if len(there) == 1 else None
            if at is not None:
                related = (Related(at.place, f"service `{at.name}`"),)
                yield Hit(place, values | {"hint": f"; did you mean `{at.name}`?"}, "stranger", related)


def _is_read(file: EnvFile, name: str, services: tuple[Service, ...]) -> bool:
    """Say whether a service reads the file, or what people make of an example, or is given the variable otherwise."""
    made = {file.path} | {file.path.replace(word, "", 1) for word in _COPIED if word in file.path}
    return any(made.intersection(one.env_files) or name in one.environment for one in services)


def _judge(stack: Stack, service: Service, match: re.Match[str], values: dict[str, Value], place: Place) -> Hit | None:
    address = address_of(match.group())
    inner = _INNER.match(match[1]) is not None
    if address is None:
        return None
    host, port = address
    port = port or _PORTS.get(match[1].partition("+")[0])
    names = project_names(stack, service.project)
    values = {**values, "host": host, "address": host if address[1] is None else f"{host}:{port}"}
    if host in LOCAL:
        return _local(stack, service, port, values, place) if inner and names is not None else None
    if names is not None and host.lower() in names and port is not None:
        found = deaf(stack, host, port, service.project)
        if found is not None and found.listening.firm and (inner or not found.published):
            more: dict[str, Value] = {
                "service": found.service.name, "ports": found.listening.shown, "hint": found.hint,
            }  # fmt: skip
            return Hit(place, values | more, related=found.related)
    # a file may be one of several that are started together
    if names is None or host.lower() in names or "." in host or services_at(stack, host, service.project):
        return None
    hint = nearest(host, names)
    close = close_matches(host.lower(), sorted(names), 1, 0.6)
    at = [one for one in services_of(stack, service.project) if close and one.name == close[0]]
    related = tuple(Related(one.place, f"service `{one.name}`") for one in at[:1])
    return Hit(place, values | {"hint": hint}, "nobody", related) if hint else None


def _local(stack: Stack, service: Service, port: int | None, values: dict[str, Value], place: Place) -> Hit | None:
    """Return a hit when another service of the project is what listens on a port that is asked of the own container."""
    if service.image is None and service.build is None:
        return None
    for other in services_of(stack, service.project):
        if other.name == service.name:
            continue
        heard = listening(stack, other)
        if heard is not None and heard.firm and port in heard.ports:
            more: dict[str, Value] = {"port": port or 0, "service": other.name}
            return Hit(place, values | more, "local", (Related(other.place, f"service `{other.name}`"),))
    return None
