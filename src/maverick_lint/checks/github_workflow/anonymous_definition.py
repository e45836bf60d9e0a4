"""github-workflow/anonymous-definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for a workflow without a name, and for each job without one."""
    workflow = document.model
    if workflow.root.get("name") is None and workflow.root.children:
        first = workflow.root.children[0][0]
        if first is not None:
            yield Hit(first, {}, "workflow")
    for job in workflow.jobs:
        if job.node.get("name") is None:
            yield Hit(job.key, {"job": job.id})
