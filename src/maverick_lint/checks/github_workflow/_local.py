"""Where a call to an action or a workflow of the same repository leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job, Pipeline, Step
    from maverick_lint.stack.model import Stack

_FOLDER: Final = ".github/"
_FILES: Final = ("action.yml", "action.yaml", "Dockerfile")


def root_of(path: str) -> str | None:
    """Return the folder of the repository that a workflow or an action belongs to; None when that is not known."""
    before, found, _ = f"/{path}".partition(f"/{_FOLDER}")
    return before.strip("/") if found else None


def target(root: str, uses: str) -> str:
    """Return the path that `./x` or `$/x` means in a repository; "" when it leads out of it."""
    steps: list[str] = [step for step in root.split("/") if step]
    floor = len(steps)
    for step in uses[2:].split("/") if len(uses) > 2 else ():  # noqa: PLR2004 - `./` and `$/`
        if step == "..":
            if len(steps) <= floor:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def action_file(stack: Stack, folder: str) -> str:
    """Return the path of the file that makes a folder an action; "" when there is none."""
    paths = (f"{folder}/{name}" if folder else name for name in _FILES)
    return next((path for path in paths if path in stack.files), "")


def local_steps(pipeline: Pipeline) -> Iterator[tuple[Job, Step]]:
    """Yield the steps that call an action of the repository as it was committed.

    A checkout of another repository, or of another folder or commit, leaves open what lies there.
    """
    for job in pipeline.jobs:
        moved = False
        for step in job.steps:
            if step.uses.lower().startswith("actions/checkout@"):
                moved = moved or any(step.given(name) is not None for name in ("path", "repository", "ref"))
            elif "{{" in step.uses or step.never:
                continue
            elif step.uses.startswith("$/") or (step.uses.startswith("./") and not moved):
                yield job, step
