"""gitlab-ci/never-runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._conditions import conditions
from maverick_lint.checks.gitlab_ci._scripts import key_of, own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place
from maverick_lint.formats.gitlab.worlds import can_start, holds, worlds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job that no kind of pipeline can hold, unless a condition that never holds is the reason."""
    ci = document.model
    kinds = worlds()
    explained = {
        id(rule.job)
        for rule, _ in conditions(ci)
        if rule.job is not None and all(holds(rule.value, world) is False for world in kinds)
    }
    for job in own_jobs(ci):
        if id(job) in explained or any(can_start(ci, job, world) for world in kinds):
            continue
        for key in ("rules", "only", "except", "when"):
            value = job.get(key)
            if value is not None:
                at = key_of(value) if value.source.path == job.source.path else Place(job.source.path, job.key.span)
                yield Hit(at, {"job": job.name, "key": key})
                break
        else:
            yield Hit(Place(job.source.path, job.key.span), {"job": job.name}, "workflow")
