"""What a unit states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.systemd.commands import commands_of_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.systemd.model import Unit


_WANTED_BY: Final = ("WantedBy", "RequiredBy", "UpheldBy", "Alias")
_NAMING: Final = ("Wants", "Requires", "BindsTo", "Upholds", "OnFailure", "OnSuccess", "Requisite")
_KINDS: Final = {"timer": ("Timer", "Unit"), "path": ("Path", "Unit"), "socket": ("Socket", "Service")}


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
        installed=any(entry.value for entry in unit.effective("Install", *_WANTED_BY)),
        names=(*unit.words("Unit", *_NAMING), *_activated(unit), *unit.words("Install", "Also")),
        stays=_stays(unit),
    )
    yield Fact("unit", unit.name, value, place)


def _activated(unit: Unit) -> tuple[str, ...]:
    """Return the unit that a timer, socket or path starts: the one that it names, or the service of its own name."""
    section, key = _KINDS.get(unit.type, ("", ""))
    if not section:
        return ()
    stem = unit.name.rpartition(".")[0]
    each = (unit.value("Socket", "Accept") or "no").lower() in ("yes", "true", "1", "on")
    named = unit.value(section, key)
    return (named,) if named is not None else (f"{stem}@.service",) if each else (f"{stem}.service",)


def _stays(unit: Unit) -> bool:
    kind = unit.value("Service", "Type") or "simple"
    restarts = unit.value("Service", "Restart") in ("always", "on-failure")
    asked = unit.value("Service", "BusName") is not None or unit.value("Service", "Sockets") is not None
    return unit.type == "service" and restarts and kind not in ("oneshot", "dbus") and not asked
