"""How a service is confined: its settings with what each of them brings along (systemd.exec(5), systemd 252)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.systemd.syscalls import groups

if TYPE_CHECKING:
    from maverick_lint.formats.systemd.model import Unit

_YES: Final = frozenset({"1", "yes", "y", "true", "t", "on"})
_FLAGS: Final = (
    "PrivateDevices", "PrivateMounts", "PrivateNetwork", "PrivateTmp", "PrivateUsers", "ProtectControlGroups",
    "ProtectKernelModules", "ProtectKernelTunables", "ProtectKernelLogs", "ProtectClock", "ProtectHostname",
    "LockPersonality", "MemoryDenyWriteExecute", "NoNewPrivileges", "RestrictRealtime", "RestrictSUIDSGID",
    "RemoveIPC", "DynamicUser",
)  # fmt: skip
_DEFAULTS: Final = {
    "ProtectHome": "no", "ProtectSystem": "no", "ProtectProc": "default", "ProcSubset": "all",
    "KeyringMode": "private", "NotifyAccess": "none",
}  # fmt: skip
_NAMED: Final = (
    "CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE "
    "NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN "
    "SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE "
    "MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE"
)
_ALL_CAPABILITIES: Final = frozenset(_NAMED.split())
_DROPS: Final = {
    "PrivateDevices": ("MKNOD", "SYS_RAWIO"), "ProtectKernelModules": ("SYS_MODULE",),
    "ProtectKernelLogs": ("SYSLOG",), "ProtectClock": ("SYS_TIME", "WAKE_ALARM"),
}  # fmt: skip
_NAMESPACES: Final = frozenset({"user", "mnt", "ipc", "pid", "cgroup", "net", "uts"})
_KNOWN_FAMILIES: Final = frozenset({"AF_INET", "AF_INET6", "AF_UNIX", "AF_LOCAL", "AF_NETLINK", "AF_PACKET"})


@record
class Confinement:
    """How a service is confined.

    identity        10 for root, 9 for nobody, 0 for a user of its own
    architectures   "" for any, "native" for that alone, else "some"
    families, calls those that are named, None when nothing is said; `..._allowed`: they are the only ones
    """

    flags: frozenset[str]
    words: dict[str, str]
    identity: int
    groups: bool
    rooted: bool
    delegates: bool
    ambient: bool
    mask: int
    capabilities: frozenset[str]
    namespaces: frozenset[str]
    families: frozenset[str]
    families_allowed: bool
    calls: frozenset[str] | None
    calls_allowed: bool
    architectures: str
    addresses: int
    devices: int

    def allows_family(self, name: str) -> bool:
        """Say whether sockets of a family may be opened."""
        return (name in self.families) == self.families_allowed

    @property
    def other_families(self) -> bool:
        """Whether sockets of families that hardly anybody needs may be opened."""
        return bool(self.families - _KNOWN_FAMILIES) if self.families_allowed else True

    def call_badness(self, group: str) -> int:
        """Say how bad it is that calls of a group may be made, from 0 to 10."""
        if self.calls is None:
            return 10
        members = groups()[group]
        if self.calls_allowed:
            return 9 if members & self.calls else 0
        return 0 if members <= self.calls else 10


def confinement_of(unit: Unit) -> Confinement:
    """Return how a service is confined, its drop-ins counted in."""
    flags = {name for name in _FLAGS if (unit.value("Service", name) or "").lower() in _YES}
    words = {name: _word(unit, name, default) for name, default in _DEFAULTS.items()}
    if "DynamicUser" in flags:
        flags |= {"PrivateTmp", "RemoveIPC", "NoNewPrivileges", "RestrictSUIDSGID"}
        words["ProtectSystem"] = "strict"
        words["ProtectHome"] = "read-only" if words["ProtectHome"] == "no" else words["ProtectHome"]
    user = unit.value("Service", "User") or ("dynamic" if "DynamicUser" in flags else "root")
    capabilities = _capabilities(unit)
    for name, dropped in _DROPS.items():
        capabilities -= set(dropped) if name in flags else set()
    families, families_allowed = _named(unit, "RestrictAddressFamilies")
    calls, calls_allowed = _calls(unit)
    architectures = unit.words("Service", "SystemCallArchitectures")
    return Confinement(
        flags=frozenset(flags),
        words=words,
        identity={"root": 10, "0": 10, "nobody": 9}.get(user, 0),
        groups=bool(unit.words("Service", "SupplementaryGroups")),
        rooted=any(unit.value("Service", name) not in (None, "/") for name in ("RootDirectory", "RootImage")),
        delegates=(unit.value("Service", "Delegate") or "no").lower() not in ("no", "false", "0", "off", "n", "f"),
        ambient=bool(unit.words("Service", "AmbientCapabilities")),
        mask=_octal(unit.value("Service", "UMask")),
        capabilities=frozenset(capabilities),
        namespaces=_namespaces(unit),
        families=frozenset(families),
        families_allowed=families_allowed,
        calls=calls,
        calls_allowed=calls_allowed,
        architectures="" if not architectures else "native" if set(architectures) == {"native"} else "some",
        addresses=_addresses(unit),
        devices=_devices(unit, flags),
    )


def _word(unit: Unit, name: str, default: str) -> str:
    value = unit.value("Service", name) or default
    return "yes" if value.lower() in _YES else value


def _octal(text: str | None) -> int:
    return int(text, 8) if text and all(digit in "01234567" for digit in text) else 0o022


def _named(unit: Unit, key: str) -> tuple[set[str], bool]:
    """Return what a list names, and whether nothing else is allowed; the first line says which kind of list it is."""
    named: set[str] = set()
    allowed: bool | None = None
    for entry in unit.effective("Service", key):
        inverted = entry.value.startswith("~")
        words = entry.value.removeprefix("~").split()
        if not words:
            named, allowed = set(), None
            continue
        if words == ["none"]:
            named, allowed = set(), True
            continue
        if allowed is None:
            allowed = not inverted
        if inverted == allowed:
            named -= set(words)
        else:
            named |= set(words)
    return named, bool(allowed)


def _capabilities(unit: Unit) -> set[str]:
    held: set[str] | None = None
    for entry in unit.effective("Service", "CapabilityBoundingSet"):
        inverted = entry.value.startswith("~")
        words = {word.upper().removeprefix("CAP_") for word in entry.value.removeprefix("~").split()}
        if not words:
            held = set(_ALL_CAPABILITIES) if inverted else set()
        elif inverted:
            held = (set(_ALL_CAPABILITIES) if held is None else held) - words
        else:
            held = words if held is None else held | words
    return set(_ALL_CAPABILITIES) if held is None else held


def _namespaces(unit: Unit) -> frozenset[str]:
    held: set[str] | None = None
    for entry in unit.effective("Service", "RestrictNamespaces"):
        inverted = entry.value.startswith("~")
        words = entry.value.removeprefix("~").split()
        if not words or words[0].lower() in ("no", "false", "0", "off"):
            held = None
        elif words[0].lower() in _YES:
            held = set()
        elif inverted:
            held = (set(_NAMESPACES) if held is None else held) - set(words)
        else:
            held = (held or set()) | set(words)
    return _NAMESPACES if held is None else frozenset(held)


def _calls(unit: Unit) -> tuple[frozenset[str] | None, bool]:
    named: set[str] = set()
    allowed: bool | None = None
    for entry in unit.effective("Service", "SystemCallFilter"):
        inverted = entry.value.startswith("~")
        words = entry.value.removeprefix("~").split()
        if not words:
            named, allowed = set(), None
            continue
        if allowed is None:
            allowed = not inverted
            named = set(groups()["@default"]) if allowed else set()
        members: set[str] = set()
        for word in words:
            members |= groups().get(word.partition(":")[0], {word.partition(":")[0]})
        if inverted == allowed:
            named -= members
        else:
            named |= members
    return (None, False) if allowed is None else (frozenset(named), allowed)


def _addresses(unit: Unit) -> int:
    denied = unit.words("Service", "IPAddressDeny")
    if "any" not in denied and not {"0.0.0.0/0", "::/0"} <= set(denied):
        return 10
    allowed = unit.words("Service", "IPAddressAllow")
    if not allowed:
        return 0
    return 2 if set(allowed) <= {"localhost", "127.0.0.0/8", "::1/128", "::1", "127.0.0.1"} else 5


def _devices(unit: Unit, flags: set[str]) -> int:
    policy = unit.value("Service", "DevicePolicy") or "auto"
    if policy == "auto" and "PrivateDevices" not in flags:
        return 10
    return 5 if unit.words("Service", "DeviceAllow") or "ProtectClock" in flags else 0  # that brings char-rtc
