"""The containers that a unit runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record
from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.formats._shell.docker import DockerCall, Run
    from maverick_lint.formats.systemd.model import Entry, Unit

_CLIENTS = ("docker", "podman", "nerdctl")


@record
class Container:
    """A `docker run` in ExecStart; `word` is the word "run"."""

    entry: Entry
    command: Command
    word: Word
    run: Run


def docker_calls(unit: Unit, *keys: str) -> Iterator[tuple[Entry, Command, DockerCall]]:
    """Yield what the commands of Exec settings ask of docker, podman or nerdctl."""
    from maverick_lint.formats._shell import commands_of
    from maverick_lint.formats._shell.docker import docker_call

    for entry in unit.entries("Service", *keys):
        if any(client in entry.value for client in _CLIENTS):
            for command in commands_of(command_text(entry), unit.environment):
                call = docker_call(command)
                if call is not None:
                    yield entry, command, call


def containers_of(unit: Unit) -> Iterator[Container]:
    """Yield the containers that ExecStart runs."""
    from maverick_lint.formats._shell.docker import run_of

    for entry, command, call in docker_calls(unit, "ExecStart"):
        if call.subcommand == "run":
            word = command.words[len(command.words) - len(call.words) - 1]
            yield Container(entry, command, word, run_of(call))
