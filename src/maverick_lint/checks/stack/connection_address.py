"""stack/connection-address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, EnvFile, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.addresses import in_variables, in_words
from maverick_lint.stack.joints import LOCAL, deaf, project_names
from maverick_lint.stack.listening import listening
from maverick_lint.stack.services import projects_in, services_at, services_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.addresses import AddressUse
    from maverick_lint.stack.model import Stack

# What the name of an example has and its copy has not.
_COPIED: Final = (".example", ".sample", ".dist", ".template", "example.", "sample.")
_LIKE: Final = 0.6
_ALIKE: Final = 0.75


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address in the environment or command of a service that leads to nothing of its project."""
    seen: set[Place] = set()
    for service in stack.every(Service):
        if service.network_mode not in ("", "bridge"):
            continue
        named = [(name, text, at) for (name, text), at in zip(service.values, service.value_places, strict=True)]
        uses = [*in_variables(named), *in_words(service.command, service.command_places)]
        for use in uses:
            hit = None if use.place in seen else _judge(stack, service, use)
            if hit is not None:
                seen.add(use.place)
                yield hit
    for file in stack.every(EnvFile):
        yield from _in_file(stack, file)


def _in_file(stack: Stack, file: EnvFile) -> Iterator[Hit]:
    """Yield a hit for each address in a file of variables beside one Compose project that leads to nothing of it."""
    projects = projects_in(stack, file.path.rpartition("/")[0])
    for use in in_variables(file.variables) if len(projects) == 1 else ():
        host, port = use.host, use.port
        # what Compose fills in may be the port of the host: `"${DB_PORT}:5432"`
        if not use.inner or host in LOCAL or (not use.url and use.name in _filled_in(stack, projects[0])):
            continue
        names = project_names(stack, projects[0])
        values: dict[str, Value] = {"name": use.name, "host": host, "address": use.written}
        found = deaf(stack, host, port, file.path) if port is not None else None
        if names is not None and found is not None and found.listening.firm:
            more: dict[str, Value] = {
                "service": found.service.name, "ports": found.listening.shown, "hint": found.hint, "by": "",
            }  # fmt: skip
            yield Hit(use.place, values | more, "file", found.related)
        elif names is not None and "." not in host and host.lower() not in names:
            close = close_matches(host.lower(), sorted(names), 1, 0.8)
            beside = services_of(stack, projects[0])
            at = next((one for one in beside if close and one.name == close[0]), None)
            if at is None and _is_read(file, use.name, beside):  # the one that listens where the address leads to
                there = [one for one in beside if (heard := listening(stack, one)) is not None and port in heard.ports]
                at = there[0] if len(there) == 1 else None
            if at is not None:
                related = (Related(at.place, f"service `{at.name}`"),)
                yield Hit(use.place, values | {"hint": f"; did you mean `{at.name}`?"}, "stranger", related)


def _filled_in(stack: Stack, project: str) -> frozenset[str]:
    known = stack.once(
        "variables-by-project",
        lambda: {fact.path: frozenset(one.name for one in fact.variables) for fact in stack.every(ComposeFact)},
    )
    return known.get(project, frozenset())


def _is_read(file: EnvFile, name: str, services: tuple[Service, ...]) -> bool:
    """Say whether a service reads the file, or what people make of an example, or is given the variable otherwise."""
    made = {file.path} | {file.path.replace(word, "", 1) for word in _COPIED if word in file.path}
    return any(made.intersection(one.env_files) or name in one.environment for one in services)


def _judge(stack: Stack, service: Service, use: AddressUse) -> Hit | None:
    host, port = use.host, use.port
    names = project_names(stack, service.project)
    values: dict[str, Value] = {"name": use.name, "by": service.name, "host": host, "address": use.written}
    if host in LOCAL:
        return _local(stack, service, port, values, use.place) if use.inner and names is not None else None
    if names is not None and host.lower() in names and port is not None:
        found = deaf(stack, host, port, service.project, project=True)
        if found is not None and found.listening.firm and (use.inner or not found.published):
            more: dict[str, Value] = {
                "service": found.service.name, "ports": found.listening.shown, "hint": found.hint,
            }  # fmt: skip
            return Hit(use.place, values | more, related=found.related)
    # a file may be one of several that are started together
    if names is None or host.lower() in names or "." in host or services_at(stack, host, service.project):
        return None
    close = close_matches(host.lower(), sorted(names), 1, _LIKE if use.url else _ALIKE)
    at = [one for one in services_of(stack, service.project) if close and one.name == close[0]]
    if not close or (not use.url and not _answers(stack, at, port)):
        return None
    related = tuple(Related(one.place, f"service `{one.name}`") for one in at[:1])
    return Hit(use.place, values | {"hint": f"; did you mean `{close[0]}`?"}, "nobody", related)


def _answers(stack: Stack, services: list[Service], port: int | None) -> bool:
    """Say whether one of the services listens on a port: then an address without a scheme means it."""
    return any((heard := listening(stack, one)) is not None and port in heard.ports for one in services)


def _local(stack: Stack, service: Service, port: int | None, values: dict[str, Value], place: Place) -> Hit | None:
    """Return a hit when another service of the project is what listens on a port that is asked of the own container."""
    if service.image is None and service.build is None:
        return None
    own = listening(stack, service)
    if own is not None and port in own.perhaps:
        return None
    for other in services_of(stack, service.project):
        if other.name == service.name:
            continue
        heard = listening(stack, other)
        if heard is not None and heard.firm and port in heard.ports:
            more: dict[str, Value] = {"port": port or 0, "service": other.name}
            return Hit(place, values | more, "local", (Related(other.place, f"service `{other.name}`"),))
    return None
