"""gitlab-ci/unprotected-deploy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place
from maverick_lint.formats.gitlab.certain import BRANCH, REQUEST, surely_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_PRODUCTION: Final = frozenset({"production", "prod", "live", "prd"})


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each deployment to production that any branch or merge request can start."""
    ci = document.model
    for job in own_jobs(ci):
        environment = job.get("environment")
        name = environment.get("name") if environment is not None and environment.entries is not None else environment
        if name is None or name.text is None or environment is None:
            continue
        action, tier = environment.get("action"), environment.get("deployment_tier")
        said = tier.text if tier is not None else name.text.partition("/")[0].lower()
        if said not in _PRODUCTION or (action is not None and action.text != "start"):
            continue
        for where, known in (("a merge request", REQUEST), ("any branch", BRANCH)):
            if surely_starts(ci, job, known):
                path = name.source.path if name.source.path == job.source.path else job.source.path
                span = name.node.span if path == name.source.path else job.key.span
                yield Hit(Place(path, span), {"job": job.name, "environment": name.text, "where": where})
                break
