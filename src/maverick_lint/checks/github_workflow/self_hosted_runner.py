"""github-workflow/self-hosted-runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_EVENTS: Final = ("pull_request", "pull_request_target", "workflow_run", "issue_comment")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each own machine on which pull requests run."""
    event = next((event for event in document.model.events if event.name in _EVENTS), None)
    if event is None:
        return
    for job in document.model.jobs:
        labels = job.runs_on
        if labels is not None and labels.is_map:
            labels = labels.get("labels")
        for node in () if labels is None else labels.items() if labels.is_list else [labels]:
            if node.raw.lower() == "self-hosted":
                yield Hit(node, {"event": event.name}, related=(Related(event.node, "the event"),))
