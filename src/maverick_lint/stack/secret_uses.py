"""The secrets that GitHub workflows read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job, Setting
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_USE: Final = re.compile(r"\bsecrets\.([A-Za-z_]\w*)|\bsecrets\[\s*'(\w+)'\s*\]")
# GitHub gives these itself.
_GIVEN: Final = frozenset({"GITHUB_TOKEN", "ACTIONS_STEP_DEBUG", "ACTIONS_RUNNER_DEBUG"})


def secret_uses(stack: Stack) -> dict[str, Place]:
    """Return the secrets of the repository that its workflows read, by name in upper case, each at its first use."""
    return stack.once("uses-of-secrets", lambda: _all(stack))


def _all(stack: Stack) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for pipeline in stack.every(Pipeline):
        # what a caller gives to a workflow is a name of that workflow alone
        asked = {one.name.upper() for one in pipeline.secrets}
        if pipeline.system != "github" or pipeline.role != "pipeline":
            continue
        for text, place in _texts(pipeline):
            for match in _USE.finditer(text):
                name = (match[1] or match[2]).upper()
                if name not in _GIVEN and name not in asked:
                    found.setdefault(name, place)
    return found


def _texts(pipeline: Pipeline) -> Iterator[tuple[str, Place]]:
    yield from _settings(pipeline.env)
    for job in pipeline.jobs:
        yield from _of_job(job)


def _of_job(job: Job) -> Iterator[tuple[str, Place]]:
    yield from _settings((*job.env, *job.inputs, *(job.secrets or ())))
    for step in job.steps:
        yield from _settings((*step.env, *step.inputs))
        if "secrets" in step.script and step.script_place is not None:
            for command in step.commands:
                yield from ((word.raw, word.place) for word in command.words if "secrets" in word.raw)
            yield step.script, step.script_place


def _settings(given: tuple[Setting, ...]) -> Iterator[tuple[str, Place]]:
    for one in given:
        if one.text is not None and "secrets" in one.text:
            yield one.text, one.place
