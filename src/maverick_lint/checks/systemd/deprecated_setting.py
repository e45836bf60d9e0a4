"""systemd/deprecated-setting: old names and values, of which systemd warns or which it passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Entry, Section, Unit

# The manual pages of systemd 252 and what its `systemd-analyze verify` says (November 2026).
_NEW: Final = {
    "MemoryLimit": "MemoryMax", "BindTo": "BindsTo", "RequiresOverridable": "Requires",
    "RequisiteOverridable": "Requisite", "PropagateReloadTo": "PropagatesReloadTo",
    "PropagateReloadFrom": "ReloadPropagatedFrom", "ReadWriteDirectories": "ReadWritePaths",
    "ReadOnlyDirectories": "ReadOnlyPaths", "InaccessibleDirectories": "InaccessiblePaths",
    "OnFailureIsolate": "OnFailureJobMode",
}  # fmt: skip
_GONE: Final = frozenset({"Capabilities", "TCPWrapName", "NetClass", "SysVStartPriority", "IgnoreOnSnapshot"})
_MOVED: Final = {
    "StartLimitInterval": "StartLimitIntervalSec", "StartLimitBurst": "StartLimitBurst",
    "StartLimitAction": "StartLimitAction",
}  # fmt: skip
_PATHS: Final = frozenset({"PIDFile", "ListenStream", "ListenDatagram", "ListenFIFO", "ListenSequentialPacket"})


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield settings that have a newer name, and values that systemd replaces."""
    for section in document.model.sections:
        for entry in section.entries:
            hit = _judged(entry, section)
            if hit is not None:
                yield hit


def _judged(entry: Entry, section: Section) -> Hit | None:  # noqa: PLR0911 - a case, a line
    key, value = entry.key, entry.value
    new = _NEW.get(key)
    if new is not None:
        beside = any(other.key == new for other in section.entries)
        return None if beside else Hit(entry.key_span, {"key": key, "new": new})
    if key in _GONE:
        return Hit(entry.key_span, {"key": key}, case="gone")
    if key.startswith(("BlockIO", "StartupBlockIO")):
        return Hit(entry.key_span, {"key": key}, case="io")
    if key in ("CPUShares", "StartupCPUShares"):
        return Hit(entry.key_span, {"key": key}, case="cpu")
    if key == "KillMode" and value == "none":
        return Hit(entry.span, case="kill")
    if key in ("StandardOutput", "StandardError") and value in ("syslog", "syslog+console"):
        return Hit(entry.span, {"key": key, "value": value}, case="output")
    if key in _PATHS and value.startswith("/var/run/"):
        return Hit(entry.span, {"value": value.removeprefix("/var")}, case="run")
    if section.name == "Service" and key in _MOVED:
        return Hit(entry.key_span, {"key": key, "new": _MOVED[key]}, case="burst")
    return None
