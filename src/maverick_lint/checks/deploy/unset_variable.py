"""deploy/unset-variable: a deploy script says which variables it takes from its caller."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_scripts import deploy_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_EXPORTS: Final = frozenset({"export", "declare", "typeset", "env", "sudo"})
_NAMES: Final = re.compile(r"[\w.+@-]+")
_ELSEWHERE: Final = frozenset({"source", ".", "eval"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield variables that stop a script under `set -u`, unless someone outside the repository exports them."""
    given = _given(stack)
    for one in deploy_scripts(stack, "deploy", "rollback", "pre-deploy"):
        name = one.script.path.rpartition("/")[2]
        if "nounset" not in one.flow.options or _called_unseen(stack, name):
            continue
        for variable, place in one.flow.unset:
            if variable not in given:
                yield Hit(place, {"name": variable, "script": name})


def _given(stack: Stack) -> frozenset[str]:
    """Return the names that a job or a command of the repository sets for others."""
    found: set[str] = set()
    for pipeline in stack.every(Pipeline):
        found.update(one.name for one in pipeline.env)
        for job in pipeline.jobs:
            found.update(one.name for one in job.env)
            for step in job.steps:
                found.update(one.name for one in step.env)
                found.update((step.given("envs") or "").replace(" ", "").split(","))
    for command in _all(stack):
        found.update(name for name, _ in command.assigned)
        if command.name in _EXPORTS:
            found.update(word.raw.partition("=")[0] for word in command.words[1:])
    return frozenset(found)


def _all(stack: Stack) -> Iterator[Command]:
    for script in stack.every(Script):
        yield from script.commands
    for target in stack.every(TaskTarget):
        yield from target.commands
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                yield from step.commands


def _called_unseen(stack: Stack, name: str) -> bool:
    """Say whether variables that nobody here sees reach a script: of GitLab's settings, or of a file a caller reads."""
    known = stack.memo.get("called-unseen")
    if not isinstance(known, frozenset):
        known = stack.memo["called-unseen"] = frozenset(_unseen(stack))
    return name in known or not _NAMES.fullmatch(name)


def _unseen(stack: Stack) -> Iterator[str]:
    """Yield every word that may be the name of a script and stands where variables of elsewhere are known."""
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs if pipeline.system == "gitlab" else ():
            for step in job.steps:
                yield from _NAMES.findall(step.script)
    for script in stack.every(Script):
        if any(command.name in _ELSEWHERE for command in script.commands):
            for command in script.commands:
                for word in command.words[:3]:
                    yield from _NAMES.findall(word.raw)
