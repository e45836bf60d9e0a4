"""github-workflow/missing-timeout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job without a limit of time."""
    for job in document.model.jobs:
        limited = job.node.get("timeout-minutes") is not None or all(
            step.node.get("timeout-minutes") is not None for step in job.steps
        )
        if job.uses is None and not limited:
            yield Hit(job.key, {"job": job.id})
