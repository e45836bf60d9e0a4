"""github-workflow/dangerous-trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each event that lets strangers start runs with the rights of the repository."""
    for event in document.model.events:
        if event.name in ("pull_request_target", "workflow_run"):
            yield Hit(event.node, {"event": event.name})
        elif event.name == "issue_comment":
            yield Hit(event.node, {"event": event.name}, "comment")
