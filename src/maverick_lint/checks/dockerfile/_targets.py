"""Which stages are built on their own, and what names a build is given: by Compose, bake, a pipeline or a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import for_development, shipped_fact
from maverick_lint.checks.dockerfile._stacked import builders
from maverick_lint.core.facts.containers import BakeTarget, Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.containers import DockerfileFact, StageFact
    from maverick_lint.core.facts.pipeline import Step
    from maverick_lint.stack.model import Stack

_BUILDERS: Final = ("build", "builder", "deps", "dependencies", "compile")


def targets(stack: Stack, file: DockerfileFact) -> frozenset[str]:
    """Return the names of stages that are asked for, in lower case: by Compose and bake of this file, by commands.

    "*" is among them where a bake file asks for a stage that a variable names.
    """
    known = stack.memo.get("dockerfile targets")
    if not isinstance(known, frozenset):
        known = stack.memo["dockerfile targets"] = frozenset(_named(stack))
    baked = stack.memo.get("dockerfile baked")
    if not isinstance(baked, dict):
        baked = stack.memo["dockerfile baked"] = _baked(stack)
    return (
        known
        | baked.get("", frozenset())
        | baked.get(file.path, frozenset())
        | {
            service.build.target.lower()
            for service in builders(stack, file)
            if service.build is not None and service.build.target
        }
    )


def _baked(stack: Stack) -> dict[str, frozenset[str]]:
    """Return the stages that bake asks for by the path of the Dockerfile, "" for one that is not known."""
    found: dict[str, frozenset[str]] = {}
    for one in stack.every(BakeTarget):
        name = "*" if one.target is None else one.target.lower()
        for path in (one.dockerfiles or ("",)) if name else ():
            found[path] = found.get(path, frozenset()) | {name}
    return found


def shipping(stack: Stack, file: DockerfileFact) -> list[StageFact]:
    """Return the stages of a file that ship: the last one, and those that are asked for.

    Not those for development, nor those from which another stage takes what it needs.
    """
    final = shipped_fact(file)
    found = [] if final is None else [final]
    asked = targets(stack, file) - {file.stages[index].name.lower() for one in file.stages for index in one.sources}
    for stage in file.stages:
        name = stage.name.lower()
        if (
            stage is not final
            and name
            and (name in asked or ("*" in asked and stage.runs))
            and name not in _BUILDERS
            and not for_development(name)
        ):
            found.append(stage)
    return found


def contexts(stack: Stack) -> frozenset[str]:
    """Return the names, in lower case, under which a build is given further contexts: FROM and --from may name them."""
    known = stack.memo.get("dockerfile contexts")
    if not isinstance(known, frozenset):
        known = stack.memo["dockerfile contexts"] = frozenset(name.strip().lower() for name in _given(stack))
    return known


def chain(file: DockerfileFact, stage: StageFact) -> Iterator[StageFact]:
    """Yield a stage and those that it is built from."""
    one: StageFact | None = stage
    while one is not None:
        yield one
        one = None if one.base_stage is None else file.stages[one.base_stage]


def _named(stack: Stack) -> Iterator[str]:
    for step in _steps(stack):
        given = step.given("target") if "build" in step.uses else None
        if given:
            yield given.strip().lower()
    for command in _commands(stack):
        yield from (value.lower() for value in _values(command, "--target"))


def _given(stack: Stack) -> Iterator[str]:
    for service in stack.every(Service):
        yield from service.build.contexts if service.build is not None else ()
    for baked in stack.every(BakeTarget):
        yield from baked.contexts
    for step in _steps(stack):
        lines = (step.given("build-contexts") or "").splitlines() if "build" in step.uses else ()
        yield from (line.partition("=")[0] for line in lines)
    for command in _commands(stack):
        yield from (value.partition("=")[0] for value in _values(command, "--build-context"))


def _steps(stack: Stack) -> Iterator[Step]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            yield from job.steps


def _commands(stack: Stack) -> Iterator[Command]:
    for step in _steps(stack):
        yield from step.commands
    for script in stack.every(Script):
        yield from script.commands
    for target in stack.every(TaskTarget):
        yield from target.commands


def _values(command: Command, flag: str) -> Iterator[str]:
    """Yield each value of a flag, in both ways to write it."""
    texts = [text or "" for text in command.arguments]
    for number, text in enumerate(texts):
        if text == flag and number + 1 < len(texts):
            yield texts[number + 1]
        elif text.startswith(f"{flag}="):
            yield text.partition("=")[2]
