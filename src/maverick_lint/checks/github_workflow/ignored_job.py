"""github-workflow/ignored-job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:
    """Yield a hit for each job, or step where the settings ask for it, that may fail and leaves the run green."""
    for job in document.model.jobs:
        if job.ignored is not None and job.ignored.raw.lower() == "true":
            yield Hit(job.ignored, {"job": job.id})
        for step in job.steps if options["steps"] else ():
            if step.ignored is not None and step.ignored.raw.lower() == "true":
                yield Hit(step.ignored, {}, "step")
