"""Jobs and scripts that start the services of a Compose file and ask them something on the same machine."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.record import record
from maverick_lint.formats._shell.docker import docker_call
from maverick_lint.stack.services import services_of
from maverick_lint.stack.smoke_tests import CLIENTS, LOCAL, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.facts.containers import Service
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_NAMES: Final = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")
_WAITING: Final = frozenset(
    {"wait-on", "wait-for-it.sh", "wait-for-it", "wait-for", "wait-for.sh", "dockerize", *CLIENTS}
)
_ADDRESS: Final = re.compile(r"(?:tcp:(?://)?)?(?:localhost|127\.0\.0\.1):(\d{2,5})\Z")
_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "0.0.0.0"})  # noqa: S104 - what commands ask, nothing is bound
# The options of clients that name a host and a port, from their own help (2026-11).
_DATABASES: Final = {
    "psql": "-p", "pg_isready": "-p", "pg_dump": "-p", "redis-cli": "-p", "mysql": "-P", "mysqladmin": "-P",
}  # fmt: skip


@record
class ComposeTest:
    """What one job or script starts by `compose up`, and the ports that it asks afterwards, each with its place."""

    place: Place
    services: tuple[Service, ...]
    asks: tuple[tuple[Place, int], ...]

    @property
    def ports(self) -> dict[int, Place] | None:
        """The published ports with their places; None when one of them, or what else is published, is not known."""
        found: dict[int, Place] = {}
        for service in self.services:
            if service.network_mode != "" or not service.complete:
                return None
            for port in service.ports:
                if port.published is None:
                    return None
                for number in range(port.published[0], min(port.published[1], port.published[0] + 1000) + 1):
                    found[number] = port.place
        return found


def compose_tests(stack: Stack) -> Iterator[ComposeTest]:
    """Yield the tests of services in jobs and scripts in which nothing else could answer."""
    if not stack.every(ComposeFact):
        return
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            steps = [step for step in job.steps if not step.never and not step.remote]
            if not job.never and not job.services and not any("compose" in step.uses for step in steps):
                given = any(setting.name == "COMPOSE_FILE" for setting in (*pipeline.env, *job.env))
                parts = [(step.folder, step.commands) for step in steps]
                yield from () if given else _of(stack, parts)
    for script in stack.every(Script):
        yield from _of(stack, [("", script.commands)])


def _of(stack: Stack, parts: Sequence[tuple[str | None, Sequence[Command]]]) -> Iterator[ComposeTest]:
    started: list[Service] = []
    at: Place | None = None
    asks: list[tuple[Place, int]] = []
    for given, commands in parts:
        folder = given
        for command in commands:
            if command.name in ("cd", "pushd"):
                folder = _moved(folder, command)
            call = docker_call(command)
            if call is None:
                if command.background or command.name in OTHERS or command.remote:
                    return
                asks.extend(_asked(command) if started else ())
            elif call.subcommand in ("compose up", "compose start"):
                services = _services(stack, command, folder)
                if not services:
                    return
                started.extend(services)
                at = at or command.place
            elif call.subcommand in ("run", "create", "start", "compose run") or command.remote:
                return
    if at is not None and asks:
        yield ComposeTest(at, tuple(started), tuple(asks))


def _moved(folder: str | None, command: Command) -> str | None:
    target = command.arguments[0] if command.arguments else None
    if folder is None or target is None or target.startswith(("/", "~", "-")):
        return None
    path = posixpath.normpath(posixpath.join(folder, target))
    return "" if path == "." else path


def _services(stack: Stack, command: Command, folder: str | None) -> tuple[Service, ...]:
    """Return the services of the files that a command starts; () when they are not all known."""
    if folder is None or any(name == "COMPOSE_FILE" for name, _ in command.assigned):
        return ()
    files: list[str] = []
    for index, word in enumerate(command.words):
        text = word.text or ""
        name, equals, value = text.partition("=")
        if name in ("-f", "--file", "--project-directory"):
            known = value if equals else command.words[index + 1].text if index + 1 < len(command.words) else None
            if known is None or name == "--project-directory" or "$" in known:
                return ()
            files.append(posixpath.normpath(posixpath.join(folder, known)))
        elif text == "up":
            break
    facts = stack.once("paths-of-compose-files", lambda: frozenset(fact.path for fact in stack.every(ComposeFact)))
    if not files:
        usual = (posixpath.normpath(posixpath.join(folder, name)) for name in _NAMES)
        files = [path for path in usual if path in facts][:1]
    if not files or any(path not in facts for path in files):
        return ()
    return tuple(service for path in files for service in services_of(stack, path))


def _asked(command: Command) -> Iterator[tuple[Place, int]]:
    words = command.words
    if command.name in _DATABASES:
        hosts = _options(words, "-h", "--host")
        if hosts and hosts[0].text in _HOSTS:
            option = _DATABASES[command.name]
            for port in _options(words, option, "--port"):
                if port.text and port.text.isdecimal():
                    yield port.place, int(port.text)
    elif command.name in ("nc", "ncat", "netcat"):
        plain = [word for word in words[1:] if word.text and not word.text.startswith("-")]
        for host, port in pairwise(plain):
            if host.text in _HOSTS and port.text and port.text.isdecimal():
                yield port.place, int(port.text)
    for word in words[1:] if command.name in _WAITING or _runs_waiter(words) else ():
        match = LOCAL.match(word.text or "") or _ADDRESS.match(word.text or "")
        if match is not None:
            yield word.place, int(match[1])


def _runs_waiter(words: Sequence[Word]) -> bool:
    return any((word.text or "").rpartition("/")[2] in _WAITING for word in words[1:4])


def _options(words: Sequence[Word], *names: str) -> list[Word]:
    return [words[index + 1] for index, word in enumerate(words[:-1]) if word.text in names]
