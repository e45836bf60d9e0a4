"""github-workflow/missing-concurrency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_EVENTS: Final = ("push", "pull_request", "pull_request_target")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where runs of old commits go on beside new ones."""
    workflow = document.model
    if workflow.root.get("concurrency") is not None or not any(event.name in _EVENTS for event in workflow.events):
        return
    open_jobs = [job for job in workflow.jobs if job.node.get("concurrency") is None]
    if open_jobs and len(open_jobs) == len(workflow.jobs):
        event = next(event for event in workflow.events if event.name in _EVENTS)
        yield Hit(event.node, {"event": event.name})
