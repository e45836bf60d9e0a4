"""systemd/startable: what systemd refuses, it says only when the unit is started."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.values import BOOLEANS
from maverick_lint.formats.systemd.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Entry, Unit

_TIMES: Final = (
    "OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec", "OnClockChange",
    "OnTimezoneChange",
)  # fmt: skip
_PATHS: Final = ("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty")
_LISTENS: Final = (
    "ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO", "ListenSpecial", "ListenNetlink",
    "ListenMessageQueue", "ListenUSBFunction",
)  # fmt: skip
_NEEDED: Final = {
    "timer": ("Timer", _TIMES, "OnCalendar= nor another time"),
    "socket": ("Socket", _LISTENS, "ListenStream= nor another address"),
    "path": ("Path", _PATHS, "PathExists= nor another path"),
    "mount": ("Mount", ("What",), "What= nor anything to mount"),
    "swap": ("Swap", ("What",), "What= nor anything to swap to"),
}


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield what makes systemd refuse a unit; drop-ins are judged with the unit that they belong to."""
    unit = document.model
    if unit.drop_in or not unit.sections:
        return
    if unit.type == "service":
        yield from _service(unit)
        return
    section, keys, wanted = _NEEDED.get(unit.type, ("", (), ""))
    if section and not any(entry.value for entry in unit.effective(section, *keys)):
        place = next((one.span for one in unit.sections if one.name == section), unit.sections[0].span)
        yield Hit(place, {"section": section, "wanted": wanted}, case="nothing")
    if unit.type in ("mount", "automount"):
        for entry in unit.entries(unit.type.capitalize(), "Where"):
            name = f"{_escaped(entry.value)}.{unit.type}"
            if entry.value.startswith("/") and "%" not in entry.value and name != unit.name and "@" not in unit.name:
                yield Hit(entry.span, {"value": entry.value, "name": name}, case="where")


def _service(unit: Unit) -> Iterator[Hit]:
    kind = unit.value("Service", "Type") or "simple"
    starts = unit.listed("Service", "ExecStart")
    place = next((one.span for one in unit.sections if one.name == "Service"), unit.sections[0].span)
    if not starts and unit.value("Unit", "SuccessAction") in (None, "none"):
        remains = (unit.value("Service", "RemainAfterExit") or "no").lower()
        if not unit.listed("Service", "ExecStop"):
            yield Hit(place)
        elif remains in BOOLEANS and remains not in ("1", "yes", "y", "true", "t", "on"):
            yield Hit(place, case="remain")
    if kind != "oneshot":
        yield from _second(unit, starts)
    for entry in unit.entries("Service", "Restart") if kind == "oneshot" else ():
        if entry.value in ("always", "on-success"):
            yield Hit(entry.span, {"value": entry.value}, case="oneshot")
    if unit.value("Service", "PAMName") is not None:
        for entry in unit.entries("Service", "KillMode"):
            if entry.value in ("process", "none"):
                yield Hit(entry.span, {"value": entry.value}, case="pam")
    if kind == "dbus" and unit.value("Service", "BusName") is None:
        found = next(unit.entries("Service", "Type"), None)
        yield Hit(found.span if found is not None else place, case="dbus")


def _second(unit: Unit, starts: list[Entry]) -> Iterator[Hit]:
    own = [entry for entry in unit.entries("Service", "ExecStart") if entry in starts]
    for entry in own[1:]:
        yield Hit(entry.key_span, case="several")
    for entry in own[:1]:
        lone = next((word for word in words_of(entry.value)[0] if entry.value[word.start : word.end] == ";"), None)
        if lone is not None:
            yield Hit(entry.text.outer(Span(lone.start, lone.end)), case="several")


def _escaped(path: str) -> str:
    """Return the name of the unit that mounts at a path (systemd-escape --path)."""
    name = path.strip("/").replace("\\", "\\x5c").replace("-", "\\x2d")
    return "-" if not name else "".join(_sign(one) for one in name)


def _sign(one: str) -> str:
    if one == "/":
        return "-"
    if one.isalnum() and one.isascii():
        return one
    return one if one in ":_.\\" else "".join(f"\\x{byte:02x}" for byte in one.encode())
