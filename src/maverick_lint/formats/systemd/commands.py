"""The commands of Exec settings: systemd splits them itself, without a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.source import Segment, Source

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.formats.systemd.model import Entry, Unit

EXEC: Final = (
    "ExecStartPre", "ExecStart", "ExecStartPost", "ExecCondition", "ExecReload", "ExecStop", "ExecStopPost",
)  # fmt: skip
PREFIXES: Final = "@-:+!|"


def command_text(entry: Entry) -> Source:
    """Return the command line of an Exec setting without the signs before it (`-`, `+`, `!` ...)."""
    value = entry.value
    skipped = len(value) - len(value.lstrip(PREFIXES))
    return Source(entry.text.path, value[skipped:], entry.text, (Segment(0, skipped, len(value) - skipped),))


def commands_of_unit(unit: Unit) -> tuple[Command, ...]:
    """Return every command that a unit runs, those inside `sh -c` among them."""
    from maverick_lint.formats._shell import commands_of

    entries = [entry for entry in unit.entries("Service", *EXEC) if entry.value]
    return tuple(command for entry in entries for command in commands_of(command_text(entry), unit.environment))
