"""One CI system, not two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.pipelines import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job, Pipeline
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_NAMES: Final = {"github": "GitHub Actions", "gitlab": "GitLab CI"}
_WORKS: Final = frozenset(
    {"push", "pull_request", "pull_request_target", "workflow_dispatch", "release", "merge_group"}
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit for each system besides the first, at its first file."""
    model = joined(stack)
    systems: dict[str, Place] = {}
    for system in ("github", "gitlab"):
        # What a distribution keeps beside its packaging is no system of the program's own.
        own = [one for one in model.pipelines if one.system == system and not one.path.startswith("debian/")]
        files = [one for one in own if _works(one)]
        if files:
            systems[_NAMES[system]] = files[0].place
    for other in model.others:
        systems.setdefault(_NAMES.get(other.system, other.system), other.place)
    first, *rest = systems.items() or [("", None)]
    for name, place in rest:
        if place is not None and first[1] is not None:
            yield Hit(
                place, {"second": name, "first": first[0]}, related=(Related(first[1], f"{first[0]} is used here"),)
            )


def _works(pipeline: Pipeline) -> bool:
    """Say whether a file does work of its own: not one that is empty, mirrors, or tidies up issues."""
    if pipeline.system == "github" and not any(trigger.event in _WORKS for trigger in pipeline.triggers):
        return False
    return any(not _mirrors(job) for job in pipeline.jobs)


def _mirrors(job: Job) -> bool:
    """Say whether a job only sends the repository elsewhere or starts a pipeline there."""
    if any("mirror" in step.uses.lower() for step in job.steps):
        return True
    commands = [command for step in job.steps for command in step.commands]
    pushes = any(command.name == "git" and {"push", "--mirror"} <= set(command.arguments) for command in commands)
    named = "mirror" in f"{job.id} {job.name}".lower()
    only_git = all(
        command.name in ("git", "ssh", "ssh-add", "ssh-agent", "eval", "echo", "mkdir", "chmod", "cd")
        for command in commands
    )
    return ((pushes or named) and only_git) or (
        not commands and not job.uses and not any(step.uses for step in job.steps)
    )
