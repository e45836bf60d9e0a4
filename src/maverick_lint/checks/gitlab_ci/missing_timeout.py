"""gitlab-ci/missing-timeout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import given, own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job without a limit of time of its own or by default."""
    ci = document.model
    for job in own_jobs(ci):
        works = job.get("script") is not None or job.get("run") is not None
        if works and given(ci, job, "timeout") is None:
            yield Hit(Place(job.source.path, job.key.span), {"job": job.name})
