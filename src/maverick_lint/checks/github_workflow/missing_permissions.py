"""github-workflow/missing-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first job that takes the token as the repository gives it."""
    workflow = document.model
    called = bool(workflow.events) and all(event.name == "workflow_call" for event in workflow.events)
    if workflow.permissions is not None or called or "<<" in {key.raw for key, _ in workflow.root.children if key}:
        return
    open_jobs = [job for job in workflow.jobs if job.permissions is None]
    if not open_jobs:
        return
    first, count = open_jobs[0], len(open_jobs)
    case = "" if count == len(workflow.jobs) else "job"
    yield Hit(first.key, {"job": first.id, "more": f" and {count - 1} more" if count > 1 else ""}, case)
