"""systemd/known-setting: a misspelled or misplaced setting is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.systemd.settings import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Entry, Section, Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:
    """Yield sections and settings that systemd does not know; those that begin with X- are left to others."""
    table = known()
    unit = document.model
    own = ("Unit", "Install", unit.type.capitalize())
    for section in unit.sections:
        if section.name.startswith("X-"):
            continue
        if section.name not in table:
            near = _near(section.name, table, 0.6)
            case = "section-near" if near else "section"
            yield Hit(section.span, {"name": section.name, "near": near[0] if near else ""}, case=case)
            continue
        if section.name not in own:
            home = section.name.lower()
            yield Hit(section.span, {"name": section.name, "type": unit.type, "home": home}, case="foreign")
            continue
        for entry in section.entries:
            setting = table[section.name].get(entry.key)
            if setting is None and not entry.key.startswith("X-"):
                yield _unknown(entry, section)
            elif setting is not None and setting.since > options["version"] > 0:
                values = {"key": entry.key, "since": setting.since, "version": options["version"]}
                yield Hit(entry.key_span, values, case="newer")


def _unknown(entry: Entry, section: Section) -> Hit:
    table = known()
    values = {"key": entry.key, "section": section.name}
    homes = [name for name in ("Unit", "Service", "Install", "Timer", "Socket", "Path") if entry.key in table[name]]
    if homes:
        return Hit(entry.key_span, {**values, "home": homes[0]}, case="misplaced")
    near = _near(entry.key, table[section.name], 0.75)
    if near:
        return Hit(entry.key_span, {**values, "near": near[0]}, case="near")
    return Hit(entry.key_span, values)


def _near(name: str, known_names: Iterable[str], cutoff: float) -> list[str]:
    """Return the known name most like a wrong one, or nothing; the library for that is not loaded for good files."""
    return close_matches(name, sorted(known_names), 1, cutoff)
