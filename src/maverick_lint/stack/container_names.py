"""The names of containers: which commands and Compose files create them, and which commands name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.record import record
from maverick_lint.formats._shell.docker import docker_call, option_text, run_of
from maverick_lint.stack.script_arguments import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_USES: Final = frozenset({"start", "stop", "restart", "rm", "kill", "wait", "rename"})
_VALUED: Final = frozenset({"-t", "--time", "--timeout", "-s", "--signal", "--detach-keys", "--link"})
_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*\Z")
_HEX: Final = re.compile(r"[0-9a-f]{12,64}\Z")


@record
class Named:
    """A container's name; `known` is False when a part of it is not, and then `name` has that part as written."""

    name: str
    place: Place
    known: bool = True


@record
class ContainerNames:
    """The names of a repository's containers: those that something creates, and those that commands ask for."""

    created: tuple[Named, ...]
    used: tuple[Named, ...]


def container_names(stack: Stack) -> ContainerNames:
    """Return the names of containers that commands create and ask for, with those that Compose files set."""
    created = [
        Named(service.container_name, service.place) for service in stack.every(Service) if service.container_name
    ]
    used: list[Named] = []
    for command in _commands(stack):
        call = docker_call(command)
        if call is None:
            continue
        if call.subcommand in ("run", "create"):
            created.extend(_named(word) for word in run_of(call).values("--name"))
        elif call.subcommand in _USES:
            operands = list(_operands(call.words))
            if call.subcommand == "rename":
                created.extend(_named(word) for word in operands[1:2])
                operands = operands[:1]
            used.extend(Named(word.text, word.place) for word in operands if word.text and _is_name(word.text))
    return ContainerNames(tuple(created), tuple(used))


def _commands(stack: Stack) -> Iterator[Command]:
    for unit in stack.every(UnitFact):
        yield from unit.commands
    for script in stack.every(Script):
        yield from filled(stack, script.path, script.commands)
    for target in stack.every(TaskTarget):
        yield from target.commands
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                yield from step.commands


def _named(word: Word) -> Named:
    text = option_text(word, "--name")
    return Named(word.raw if text is None else text, word.place, text is not None)


def _operands(words: tuple[Word, ...]) -> Iterator[Word]:
    skip = False
    for word in words:
        text = word.text or ""
        if not skip and not text.startswith("-"):
            yield word
        skip = text in _VALUED


def _is_name(text: str) -> bool:
    return _NAME.match(text) is not None and _HEX.match(text) is None and not text.isdecimal()
