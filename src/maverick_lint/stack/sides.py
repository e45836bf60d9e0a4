"""The ports of a blue-green deployment: which ones its script moves between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.stack.docker_runs import call_of, deployments, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Place
    from maverick_lint.stack.docker_runs import Deployment
    from maverick_lint.stack.model import Stack

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
_BOTH: Final = 2


@record
class Sides:
    """The ports between which a deployment moves a service, each with the place that names it."""

    ports: tuple[tuple[int, Place], ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The ports alone."""
        return frozenset(port for port, _ in self.ports)


def sides(stack: Stack) -> tuple[Sides, ...]:
    """Return the sides of each deploy script that swaps containers and moves between two ports exactly."""
    found = []
    for one in deployments(stack):
        if one.swaps:
            ports = {port: place for port, place in reversed(one.flow.ports) if port > 1023}  # noqa: PLR2004 - system ports
            if len(ports) == _BOTH:
                found.append(Sides(tuple(sorted(ports.items()))))
    return tuple(found)


def known_ports(deployment: Deployment) -> Iterator[str]:
    """Yield the ports that a deployment knows: those that it keeps in variables, and those that it publishes."""
    yield from (one.text for one in deployment.flow.constants if one.text.isdigit())
    yield from (str(port) for port, _ in deployment.flow.ports)
    for act in deployment.acts:
        call = call_of(act.command) if act.deed == "start" and act.command is not None else None
        for word in published(call) if call is not None and call.subcommand == "run" else ():
            parts = (word.text or "").split(":")
            yield from parts[-2:-1]
