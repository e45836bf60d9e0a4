"""github-workflow/unchecked-local-action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Step, Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each local action that is called before anything could have brought the repository."""
    for job in document.model.jobs:
        for step in job.steps:
            if step.uses is not None and step.uses.raw.startswith("./") and "{{" not in step.uses.raw:
                yield Hit(step.uses, {"uses": step.uses.raw})
                break
            if _may_bring(step):
                break


def _may_bring(step: Step) -> bool:
    """Say whether a step may put files into the workspace: a script, or an action that is none of the known others."""
    if step.run is not None:
        return any(
            word in step.run.raw for word in ("git ", "gh ", "curl", "wget", "tar ", "unzip", "cp ", "mkdir", "svn")
        )
    owner, _, name = step.action.partition("/")
    return not (
        owner in ("actions", "docker", "github") and name.startswith(("setup", "cache", "login", "github-script"))
    )
