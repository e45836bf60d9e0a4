"""What checks read of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span


@record
class Entry:
    """A setting.

    value  after continued lines are joined by blanks, without blanks around it
    span   of the value, from its first to its last character; empty after the sign for an empty value
    text   the value as a source of its own, for the commands in it
    """

    key: str
    key_span: Span
    value: str
    span: Span
    text: Source


@record
class VariableFile:
    """What an EnvironmentFile= names.

    path   the path on the server
    found  the file of the repository that it is; "" where none is known
    near   a file beside it whose name is nearly its own, where the repository has its folder and not the file
    """

    entry: Entry
    path: str
    found: str
    near: str


@record
class Section:
    """A section with its settings; `span` is that of its name between the brackets."""

    name: str
    span: Span
    entries: tuple[Entry, ...]


@record
class Unit:
    """A unit file, or a drop-in that changes a unit.

    name  the unit's name with its type: "app@.service"
    type  "service", "timer" ...
    drop_ins  the sections of the drop-ins that change the unit (`dropins`), in the order of their names;
              `value`, `words` and `effective` count them in, `entries` are those of this file
    variable_files  the files of EnvironmentFile= that are in force
    environment     the variables that its commands are known to have
    """

    name: str
    type: str
    drop_in: bool
    sections: tuple[Section, ...]
    drop_ins: tuple[Section, ...] = ()
    variable_files: tuple[VariableFile, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def entries(self, section: str, *keys: str) -> Iterator[Entry]:
        """Yield the settings of a section, those of these keys or all, in the order of the file."""
        for one in self.sections:
            if one.name == section:
                yield from (entry for entry in one.entries if not keys or entry.key in keys)

    def effective(self, section: str, *keys: str) -> Iterator[Entry]:
        """Yield the settings of a section as systemd merges them: those of the file, then those of its drop-ins."""
        for one in (*self.sections, *self.drop_ins):
            if one.name == section:
                yield from (entry for entry in one.entries if not keys or entry.key in keys)

    def value(self, section: str, key: str) -> str | None:
        """Return the last value of a setting; None when it is not set, or is emptied."""
        found = [entry.value for entry in self.effective(section, key)]
        return found[-1] or None if found else None

    def listed(self, section: str, key: str) -> list[Entry]:
        """Return the settings of a list such as ExecStart=; an empty value begins the list anew."""
        found: list[Entry] = []
        for entry in self.effective(section, key):
            if entry.value:
                found.append(entry)
            else:
                found.clear()
        return found

    def words(self, section: str, *keys: str) -> tuple[str, ...]:
        """Return the words of list settings such as After=; an empty value begins the list anew."""
        words: list[str] = []
        for entry in self.effective(section, *keys):
            if entry.value:
                words += entry.value.split()
            else:
                words.clear()
        return tuple(words)
