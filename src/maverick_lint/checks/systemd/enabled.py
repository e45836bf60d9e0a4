"""systemd/enabled: a service that is meant to stay is started with the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield services that stay, that no unit wants and that none here starts."""
    units = stack.every(UnitFact)
    started = {name for unit in units for name in unit.names}
    for unit in units:
        if unit.stays and not unit.drop_in and not unit.installed and "@" not in unit.name and unit.name not in started:
            yield Hit(unit.place, {"name": unit.name})
