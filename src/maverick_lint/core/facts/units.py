"""systemd units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Place


@record
class UnitFact:
    """A systemd unit, or a drop-in that changes one.

    name          the unit's name with its type: "app.service"
    commands      what ExecStart and the other Exec settings run
    restart       the value of Restart=, None when it is not set
    user          the value of User=, None when it is not set
    installed     [Install] says which unit wants it
    names         the units that it names: Unit=, Service=, Wants=, Requires= ...
    stays         it is a service that is meant to stay: it has Restart=, or a type of one that does not end
    environment_files  what EnvironmentFile= names, without the sign `-` before it, at `environment_places`
    """

    name: str
    path: str
    place: Place
    commands: tuple[Command, ...] = ()
    restart: str | None = None
    user: str | None = None
    environment_files: tuple[str, ...] = ()
    drop_in: bool = False
    environment_places: tuple[Place, ...] = ()
    installed: bool = False
    names: tuple[str, ...] = ()
    stays: bool = False
