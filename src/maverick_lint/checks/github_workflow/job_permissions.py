"""github-workflow/job-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job, after the first, that takes the token as the repository gives it."""
    workflow = document.model
    called = bool(workflow.events) and all(event.name == "workflow_call" for event in workflow.events)
    if workflow.permissions is not None or "<<" in {key.raw for key, _ in workflow.root.children if key}:
        return
    open_jobs = [job for job in workflow.jobs if job.permissions is None]
    for job in open_jobs if called else open_jobs[1:]:
        yield Hit(job.key, {"job": job.id}, "called" if called else "")
