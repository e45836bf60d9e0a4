"""systemd/timer-service: a timer has its service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield timers whose service, by their own name, is nowhere in the repository."""
    units = stack.every(UnitFact)
    services = {unit.name for unit in units if unit.name.endswith(".service")}
    files = [path.rpartition("/")[2] for path in stack.paths("systemd")]
    for unit in units:
        own = f"{unit.name.removesuffix('.timer')}.service"
        if not unit.name.endswith(".timer") or unit.drop_in or own not in unit.names or own in services:
            continue
        if any(name.startswith(f"{own}.") for name in files):
            continue
        near = close_matches(own, services, 1, 0.75)
        values = {"name": unit.name, "service": own, "near": near[0] if near else ""}
        yield Hit(unit.place, values, case="near" if near else "")
