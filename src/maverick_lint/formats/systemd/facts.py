"""What a unit states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.systemd.commands import commands_of_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.systemd.model import Unit


def facts(document: Document[Unit]) -> Iterator[Fact]:
    """Yield the unit."""
    unit = document.model
    path = document.source.path
    span = unit.sections[0].span if unit.sections else Span(0, 0)
    place = Place(path, document.source.outer(span))
    files = [entry for entry in unit.entries("Service", "EnvironmentFile") if entry.value]
    value = UnitFact(
        unit.name,
        path,
        place,
        commands=commands_of_unit(unit),
        restart=unit.value("Service", "Restart"),
        user=unit.value("Service", "User"),
        environment_files=tuple(entry.value.removeprefix("-") for entry in files),
        environment_places=tuple(Place(path, document.source.outer(entry.span)) for entry in files),
        drop_in=unit.drop_in,
    )
    yield Fact("unit", unit.name, value, place)
