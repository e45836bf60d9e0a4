"""stack/published-port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit
from maverick_lint.stack.joints import Deaf
from maverick_lint.stack.listening import listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import ServicePort
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each published port of a service none of whose ports leads to where it listens."""
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


def _may_reach(port: ServicePort, own: frozenset[int]) -> bool:
    """Say whether a publication may lead to a port on which the service listens."""
    if port.target is None or port.protocol != "tcp":
        return True
    return any(port.target[0] <= number <= port.target[1] for number in own)
