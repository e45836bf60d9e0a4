"""gitlab-ci/forwarded-variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import key_of, own_jobs
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each pipeline of another project that is given all variables of this one."""
    for job in own_jobs(document.model, hidden=True):
        trigger = job.get("trigger")
        forward = None if trigger is None else trigger.at("forward", "pipeline_variables")
        project = None if trigger is None else trigger.get("project")
        if forward is None or forward.node.value is not True or project is None:
            continue
        if forward.source.path == job.source.path:
            yield Hit(key_of(forward), {"project": project.text or "the other project"})
