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
    """Yield a hit where runs of old commits go on beside new ones, or keep those of pull requests waiting."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in _EVENTS), None)
    on, given = workflow.root.get("on"), workflow.root.get("concurrency")
    if event is None or on is None:
        return
    if given is not None:
        only_changes = all(event.name.startswith("pull_request") for event in workflow.events)
        if only_changes and (given.is_scalar or (given.is_map and given.get("cancel-in-progress") is None)):
            yield Hit(given.key or given, {}, "waits")
    elif all(job.node.get("concurrency") is None for job in workflow.jobs) and any(
        job.uses is None for job in workflow.jobs
    ):
        yield Hit(on.key or on, {"event": event.name})
