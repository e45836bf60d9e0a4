"""stack/unit-port: nginx hands requests to the port on which the program of a systemd unit listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._shell.docker import docker_call
from maverick_lint.stack.joints import LOCAL
from maverick_lint.stack.listening import asked_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for the one local port that nginx asks, when the one server that a unit starts has another."""
    listening = _of_units(stack)
    if listening is None or len(listening) != 1:
        return
    asked = _asked(stack)
    ports = {port for port, _ in asked}
    own = next(iter(listening))
    if len(ports) != 1 or own in ports or ports & _others(stack):
        return
    for port, place in asked:
        unit, at = listening[own]
        values: dict[str, Value] = {"port": port, "unit": unit.name, "own": own}
        yield Hit(place, values, related=(Related(at, f"unit `{unit.name}` starts the program here"),))


def _of_units(stack: Stack) -> dict[int, tuple[UnitFact, Place]] | None:
    """Return the ports that commands of units name; None when a unit may listen on one that is not seen."""
    found: dict[int, tuple[UnitFact, Place]] = {}
    for unit in stack.every(UnitFact):
        if unit.drop_in or unit.name.endswith(".socket") or "@" in unit.name:
            return None
        for command in unit.commands:
            words = tuple(word.text for word in command.words)
            if docker_call(command) is not None or (None in words and unit.stays):
                return None
            ports = list(asked_ports(words))
            if not ports and unit.stays:
                return None
            for port, index in ports:
                found[port] = (unit, command.words[index].place)
    return found


def _asked(stack: Stack) -> list[tuple[int, Place]]:
    upstreams = stack.every(Upstream)
    names = {upstream.name for upstream in upstreams}
    servers = [server for upstream in upstreams for server in upstream.servers]
    found = [(one.port, one.place) for one in servers if one.address in LOCAL and one.port is not None]
    found.extend(
        (proxy.port, proxy.place)
        for proxy in stack.every(Proxy)
        if proxy.host in LOCAL and proxy.port is not None and proxy.host not in names
    )
    return found


def _others(stack: Stack) -> set[int]:
    """Return every port that something else may have: containers, scripts, nginx itself."""
    found = {port for flow in stack.every(ScriptFlow) for port, _ in flow.ports}
    found |= {port for server in stack.every(ServerBlock) for port in server.ports}
    for service in stack.every(Service):
        for one in service.ports:
            if one.published is not None:
                found |= set(range(one.published[0], min(one.published[1], one.published[0] + 100) + 1))
    return found
