"""systemd/user: a service does not run as root without need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

# Programs that need root, or give it up themselves.
_OWN: Final = frozenset({
    "podman-compose", "docker", "podman", "nerdctl", "docker-compose", "systemctl", "nginx", "apt-get", "apt",
    "certbot", "iptables", "nft", "mount", "umount", "modprobe", "sysctl", "rsync", "sshd", "dockerd",
    "containerd", "haproxy", "caddy", "runc", "ip", "logrotate", "borg", "restic", "wg-quick", "dnsmasq",
    "snapd", "fail2ban-server", "cron", "keepalived", "acme.sh",
})  # fmt: skip


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield services without User= or with User=root, but for those that must be root."""
    unit = document.model
    if unit.type != "service" or unit.drop_in or "user" in document.source.path.lower().split("/")[:-1]:
        return  # a unit of a user's own manager runs as that user
    start = next(iter(unit.entries("Service", "ExecStart")), None)
    programs = {_program(command_text(e).text) for e in unit.entries("Service", "ExecStart", "ExecStartPre")}
    if start is None or programs & _OWN or _is_confined(unit):
        return
    user = next(iter(unit.entries("Service", "User")), None)
    if user is None:
        yield Hit(start.key_span)
    elif user.value in ("root", "0"):
        yield Hit(user.span, case="root")


def _is_confined(unit: Unit) -> bool:
    """Say whether the unit has another way to be harmless, or only runs for a moment."""
    dynamic = (unit.value("Service", "DynamicUser") or "").lower() in ("yes", "true", "1", "on")
    bounded = unit.value("Service", "CapabilityBoundingSet") is not None
    return dynamic or bounded or unit.value("Service", "Type") == "oneshot"


def _program(text: str) -> str:
    """Return the name of the program that a command line starts, `env` passed over."""
    names = [word.rpartition("/")[2] for word in text.split() if "=" not in word and not word.startswith("-")]
    return names[1] if names[:1] == ["env"] and len(names) > 1 else names[0] if names else ""
