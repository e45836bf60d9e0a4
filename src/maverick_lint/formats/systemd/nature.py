"""What a service is by nature: a program of the server, the client of a container, a unit of one user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from maverick_lint.formats.systemd.model import Unit

_CLIENTS: Final = frozenset(
    {"docker", "podman", "nerdctl", "docker-compose", "podman-compose", "dockerd", "containerd"}
)


def is_native(unit: Unit) -> bool:
    """Say whether a unit is a service that runs its program itself, so that confining it means something."""
    if unit.type != "service" or unit.drop_in:
        return False
    starts = [command_text(entry).text.split() for entry in unit.effective("Service", "ExecStart") if entry.value]
    names = {word.strip("\"'").rpartition("/")[2] for words in starts for word in words[:3]}
    docker = {unit.value("Service", "Group"), *unit.words("Service", "SupplementaryGroups")} & {"docker", "podman"}
    return bool(starts) and not names & _CLIENTS and not docker


def is_of_user(path: str) -> bool:
    """Say whether a unit lies where those of a user's own manager do."""
    return "user" in path.lower().split("/")[:-1]
