"""gitlab-ci/missing-interruptible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place
from maverick_lint.formats.gitlab.certain import surely_starts
from maverick_lint.formats.gitlab.runs import MERGE_REQUEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first job of a pipeline that a newer commit does not stop."""
    ci = document.model
    default, workflow = ci.top.get("default"), ci.top.get("workflow")
    said = default is not None and default.get("interruptible") is not None
    said = said or (workflow is not None and workflow.get("auto_cancel") is not None)
    if not ci.entry or not ci.complete or said or any(job.get("interruptible") is not None for job in ci.jobs):
        return
    for job in own_jobs(ci):
        if job.get("script") is not None and surely_starts(ci, job, MERGE_REQUEST):
            yield Hit(Place(job.source.path, job.key.span), {"job": job.name})
            return
