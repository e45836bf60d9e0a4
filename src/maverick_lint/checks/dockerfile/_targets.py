"""Which stages are built on their own: named as `target` by Compose, by a pipeline or by a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import for_development, shipped_fact
from maverick_lint.checks.dockerfile._stacked import builders
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.containers import DockerfileFact, StageFact
    from maverick_lint.stack.model import Stack

_BUILDERS: Final = ("build", "builder", "deps", "dependencies", "compile")


def targets(stack: Stack, file: DockerfileFact) -> frozenset[str]:
    """Return the names of stages that are asked for, in lower case: by Compose of this file, by commands of any."""
    known = stack.memo.get("dockerfile targets")
    if not isinstance(known, frozenset):
        known = stack.memo["dockerfile targets"] = frozenset(_named(stack))
    return known | {
        service.build.target.lower()
        for service in builders(stack, file)
        if service.build is not None and service.build.target
    }


def shipping(stack: Stack, file: DockerfileFact) -> list[StageFact]:
    """Return the stages of a file that ship: the last one, and those that are asked for.

    Not those for development, nor those from which another stage takes what it needs.
    """
    final = shipped_fact(file)
    found = [] if final is None else [final]
    asked = targets(stack, file) - {file.stages[index].name.lower() for one in file.stages for index in one.sources}
    for stage in file.stages:
        name = stage.name.lower()
        if stage is not final and name and name in asked and name not in _BUILDERS and not for_development(name):
            found.append(stage)
    return found


def chain(file: DockerfileFact, stage: StageFact) -> Iterator[StageFact]:
    """Yield a stage and those that it is built from."""
    one: StageFact | None = stage
    while one is not None:
        yield one
        one = None if one.base_stage is None else file.stages[one.base_stage]


def _named(stack: Stack) -> Iterator[str]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                given = step.given("target") if "build" in step.uses else None
                if given:
                    yield given.strip().lower()
                for command in step.commands:
                    yield from _of(command)
    lists = [script.commands for script in stack.every(Script)]
    for commands in (*lists, *(target.commands for target in stack.every(TaskTarget))):
        for command in commands:
            yield from _of(command)


def _of(command: Command) -> Iterator[str]:
    texts = [text or "" for text in command.arguments]
    for number, text in enumerate(texts):
        if text == "--target" and number + 1 < len(texts):
            yield texts[number + 1].lower()
        elif text.startswith("--target="):
            yield text.partition("=")[2].lower()
