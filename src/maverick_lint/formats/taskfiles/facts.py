"""States the targets of a task runner's file, with the commands that each runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.record import replace
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.formats.taskfiles.model import Target, Targets


def facts(document: Document[Targets]) -> Iterator[Fact]:
    """Yield a fact for each target."""
    model, path = document.model, document.source.path
    for target in model.targets:
        place = Place(path, document.source.outer(target.span))
        commands = _commands(target)
        value = TaskTarget(model.runner, target.name, path, place, commands, target.calls, target.default, model.open)
        yield Fact("task-target", target.name, value, place)


def _commands(target: Target) -> tuple[Command, ...]:
    from maverick_lint.formats._shell import commands_of

    return tuple(
        replace(command, ignored=True) if ignored else command
        for script, ignored in target.scripts
        for command in commands_of(script)
    )
