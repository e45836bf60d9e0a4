"""github-workflow/local-reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._local import action_file, local_steps, root_of, target
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action or workflow of the repository itself that is not there."""
    for pipeline in stack.every(Pipeline):
        root = root_of(pipeline.path) if pipeline.system == "github" else None
        if root is None:
            continue
        yield from _steps(stack, pipeline, root)
        for job in pipeline.jobs:
            place = job.uses_place
            if job.uses.startswith(("./.github/workflows/", "$/.github/workflows/")) and "{{" not in job.uses:
                path = target(root, job.uses.partition("@")[0])
                if path not in stack.files and place is not None:
                    yield Hit(place, {"uses": job.uses}, "workflow")


def _steps(stack: Stack, pipeline: Pipeline, root: str) -> Iterator[Hit]:
    for job, step in local_steps(pipeline):
        folder = target(root, step.uses)
        # What an earlier step built, unpacked or cloned into the folder is not known.
        made = any(folder.rpartition("/")[2] in earlier.script for earlier in job.steps) if folder else False
        if not action_file(stack, folder) and not made and step.uses_place is not None and not folder.endswith(".yml"):
            yield Hit(step.uses_place, {"uses": step.uses, "folder": folder or "the root"})
