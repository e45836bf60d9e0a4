"""The exposure of a service, as `systemd-analyze security --offline=true` of systemd 252 computes it.

Each test weighs something and says how bad a service is, from 0 to 1. The exposure is the weighed mean, from 0 to 10,
rounded up to a tenth. The weights were read off that program (November 2026), which is asked again by the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.systemd.confinement import Confinement, confinement_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.systemd.model import Unit

_FLAGS: Final = {
    "PrivateDevices": 1000, "PrivateMounts": 1000, "PrivateNetwork": 2500, "PrivateTmp": 1000, "PrivateUsers": 1000,
    "ProtectControlGroups": 1000, "ProtectKernelModules": 1000, "ProtectKernelTunables": 1000,
    "ProtectKernelLogs": 1000, "ProtectClock": 1000, "ProtectHostname": 50, "LockPersonality": 100,
    "MemoryDenyWriteExecute": 100, "NoNewPrivileges": 1000, "RestrictRealtime": 500, "RestrictSUIDSGID": 1000,
}  # fmt: skip
_WORDS: Final = {
    "ProtectHome": (1000, {"no": 10, "yes": 0, "read-only": 5, "tmpfs": 1}, 10),
    "ProtectSystem": (1000, {"no": 10, "yes": 5, "full": 3, "strict": 0}, 10),
    "ProtectProc": (1000, {"default": 3, "noaccess": 1, "invisible": 0, "ptraceable": 0}, 3),
    "ProcSubset": (10, {"all": 1, "pid": 0}, 1),
    "KeyringMode": (1000, {"private": 0, "shared": 1, "inherit": 1}, 1),
}
_CAPABILITIES: Final = {
    "SYS_ADMIN": 1500, "SETUID SETGID SETPCAP": 1500, "SYS_PTRACE": 1500, "SYS_TIME": 1000, "NET_ADMIN": 1000,
    "SYS_RAWIO": 1000, "SYS_MODULE": 1000, "AUDIT_CONTROL AUDIT_READ AUDIT_WRITE": 500, "SYSLOG": 500,
    "SYS_NICE SYS_RESOURCE": 500, "MKNOD": 500, "CHOWN FSETID SETFCAP": 1000,
    "DAC_OVERRIDE DAC_READ_SEARCH FOWNER IPC_OWNER": 1000, "KILL": 500, "NET_BIND_SERVICE NET_BROADCAST NET_RAW": 500,
    "SYS_BOOT": 100, "MAC_ADMIN MAC_OVERRIDE": 100, "LINUX_IMMUTABLE": 75, "IPC_LOCK": 50, "SYS_CHROOT": 50,
    "BLOCK_SUSPEND": 25, "WAKE_ALARM": 25, "LEASE": 25, "SYS_TTY_CONFIG": 25, "SYS_PACCT": 25, "BPF": 25,
}  # fmt: skip
_NAMESPACES: Final = {"user": 1500, "mnt": 500, "ipc": 500, "pid": 500, "cgroup": 500, "net": 500, "uts": 100}
_FAMILIES: Final = {"AF_INET AF_INET6": 1500, "AF_UNIX": 25, "AF_NETLINK": 200, "AF_PACKET": 1000}
_OTHER_FAMILIES: Final = 1250
_CALLS: Final = {
    "@swap": 1000, "@obsolete": 250, "@clock": 1000, "@cpu-emulation": 250, "@debug": 1000, "@mount": 1000,
    "@module": 1000, "@raw-io": 1000, "@reboot": 1000, "@privileged": 700, "@resources": 700,
}  # fmt: skip


def exposure_of(unit: Unit) -> float:
    """Return the exposure of a service, from 0.0 (confined) to 10.0."""
    weights = badness = 0
    for _, weight, bad, steps in _tests(confinement_of(unit)):
        weights += weight
        badness += -(-bad * weight // steps)
    return -(-badness * 100 // weights) / 10


def heaviest(unit: Unit) -> list[str]:
    """Return the settings that would lower the exposure of a service, those that weigh most first."""
    weights: dict[str, int] = {}
    for name, weight, bad, steps in _tests(confinement_of(unit)):
        weights[name] = weights.get(name, 0) + bad * weight // steps
    return [name for name, weight in sorted(weights.items(), key=lambda item: -item[1]) if weight]


def _tests(held: Confinement) -> Iterator[tuple[str, int, int, int]]:
    """Yield the setting that each test looks at, its weight, how bad the service is, and how bad it could be."""
    for name, weight in _FLAGS.items():
        yield f"{name}=", weight, int(name not in held.flags), 1
    for name, (weight, steps, worst) in _WORDS.items():
        yield f"{name}=", weight, steps.get(held.words[name], worst), worst
    yield "User=", 2000, held.identity, 10
    if held.identity < 10:  # noqa: PLR2004 - for root, neither of these makes a difference
        yield "SupplementaryGroups=", 200, int(held.groups), 1
        yield "RemoveIPC=", 100, int("RemoveIPC" not in held.flags), 1
    yield "RootDirectory=", 200, int(not held.rooted), 1
    yield "NotifyAccess=", 1000, int(held.words["NotifyAccess"] == "all"), 1
    yield "Delegate=", 100, int(held.delegates), 1
    yield "AmbientCapabilities=", 500, int(held.ambient), 1
    yield "UMask=", 100, _mask(held.mask), 10
    for names, weight in _CAPABILITIES.items():
        yield "CapabilityBoundingSet=", weight, int(any(name in held.capabilities for name in names.split())), 1
    for name, weight in _NAMESPACES.items():
        yield "RestrictNamespaces=", weight, int(name in held.namespaces), 1
    for names, weight in _FAMILIES.items():
        yield "RestrictAddressFamilies=", weight, int(any(held.allows_family(name) for name in names.split())), 1
    yield "RestrictAddressFamilies=", _OTHER_FAMILIES, int(held.other_families), 1
    for group, weight in _CALLS.items():
        yield "SystemCallFilter=", weight, held.call_badness(group), 10
    yield "SystemCallArchitectures=", 1000, {"": 10, "native": 0}.get(held.architectures, 8), 10
    yield "IPAddressDeny=", 1000, held.addresses, 10
    yield "DeviceAllow=", 1000, held.devices, 10


def _mask(mask: int) -> int:
    """Say how bad the rights of new files are: for all to write, for all to read, for the group to write, to read."""
    steps = ((0o002, 10), (0o004, 5), (0o020, 2), (0o040, 1))
    return next((bad for bit, bad in steps if not mask & bit), 0)
