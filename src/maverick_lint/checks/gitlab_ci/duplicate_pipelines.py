"""gitlab-ci/duplicate-pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import key_of, own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.formats.gitlab.certain import BRANCH, REQUEST, surely_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first job that runs twice for each commit of a merge request."""
    ci = document.model
    workflow = ci.top.get("workflow")
    if not ci.entry or not ci.complete or (workflow is not None and workflow.get("rules") is not None):
        return
    for job in own_jobs(ci):
        rules = job.get("rules")
        if rules is None or rules.source.path != job.source.path:
            continue
        if surely_starts(ci, job, REQUEST) and surely_starts(ci, job, BRANCH):
            yield Hit(key_of(rules), {"job": job.name})
            return
