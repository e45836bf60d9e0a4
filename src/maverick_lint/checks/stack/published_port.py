"""stack/published-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.proxies import ServerBlock
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.joints import Deaf
from maverick_lint.stack.listening import listening
from maverick_lint.stack.mounted import holds, runs_unchanged
from maverick_lint.stack.services import dockerfile_of, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import ServicePort
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_IMAGES: Final = ("nginx", "nginxinc/nginx-unprivileged")
# Where a mount takes the place of all that the image itself listens on.
_WHOLE: Final = ("/etc/nginx", "/etc/nginx/conf.d", "/etc/nginx/conf.d/default.conf")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each published port of a service none of whose ports leads to where it listens."""
    yield from _proxies(stack)
    seen = set()
    for service in stack.every(Service):
        heard = listening(stack, service) if service.ports else None
        if heard is None or not heard.firm or any(_may_reach(port, heard.own | heard.probed) for port in service.ports):
            continue
        for port in service.ports:
            if port.target is None or port.place in seen:
                continue
            seen.add(port.place)
            values: dict[str, Value] = {"service": service.name, "port": port.target[0], "ports": heard.shown}
            yield Hit(port.place, values, related=Deaf(service, heard, published=False).related)


def _proxies(stack: Stack) -> Iterator[Hit]:
    """Yield the published ports of an nginx on which no server of the configurations that it reads listens."""
    for service in stack.every(Service) if stack.every(ServerBlock) else ():
        if not service.ports:
            continue
        found, known = _built(stack, service) if service.build is not None else _mounted(stack, service)
        for port in service.ports if found else ():
            if port.target is not None and not _may_reach(port, known):
                shown = " and ".join(str(number) for number in sorted(known))
                related = tuple(Related(one.place, "a server that it reads") for one in found[:3])
                values: dict[str, Value] = {"service": service.name, "port": port.target[0], "ports": shown}
                yield Hit(port.place, values, related=related)


def _mounted(stack: Stack, service: Service) -> tuple[tuple[ServerBlock, ...], frozenset[int]]:
    """Return the servers of the configurations that are mounted into an nginx, and their ports; none in doubt."""
    # templates become further configurations when the container starts
    targets = [mount.target or "template" for mount in service.mounts]
    if short_name(service.image or "") not in _IMAGES or any("template" in one for one in targets):
        return (), frozenset()
    if not any(one.rstrip("/") in _WHOLE for one in targets):
        return (), frozenset()
    found = tuple(one for one in stack.every(ServerBlock) if holds(stack, service, one.path))
    if not found or not all(one.ports for one in found) or not runs_unchanged(stack, service):
        return (), frozenset()
    return found, frozenset(port for one in found for port in one.ports)


def _built(stack: Stack, service: Service) -> tuple[tuple[ServerBlock, ...], frozenset[int]]:
    """Return the servers of the configurations that are copied into an nginx, and its ports; none in doubt."""
    from maverick_lint.stack.nginx_images import serving  # only where an nginx is read and something is built

    stage = stage_of(stack, service)
    file = dockerfile_of(stack, service)
    # what is mounted over the configurations takes their place, and a command of its own may
    covered = service.command or any("nginx" in (mount.target or "nginx") for mount in service.mounts)
    served = serving(stack, file, stage) if file is not None and stage is not None and not covered else None
    return ((), frozenset()) if served is None else (served.servers, served.ports)


def _may_reach(port: ServicePort, own: frozenset[int]) -> bool:
    """Say whether a publication may lead to a port on which the service listens."""
    if port.target is None or port.protocol != "tcp":
        return True
    return any(port.target[0] <= number <= port.target[1] for number in own)
