"""github-workflow/comment-authorization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_EVENTS: Final = ("issue_comment", "pull_request_review_comment", "discussion_comment")
# What says that somebody asks who wrote the comment.
_ASKS: Final = (
    "author_association", "comment.user", "github.actor", "triggering_actor", "sender.login", "ermission", "team",
    "member", "collaborator",
)  # fmt: skip


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each condition by which the text of a comment alone starts a job."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in _EVENTS), None)
    if event is None:
        return
    for job in workflow.jobs:
        nodes = [node for node in (job.condition, *(step.condition for step in job.steps)) if node is not None]
        node = next((node for node in nodes if "comment.body" in node.raw and "event_name ==" not in node.raw), None)
        if node is None or job.environment is not None or job.needs:
            continue
        body = document.source.text[job.node.span.start : job.node.span.end].replace("permissions:", "")
        if not any(word in body for word in _ASKS):
            yield Hit(node, {"job": job.id, "event": event.name}, related=(Related(event.node, "the event"),))
