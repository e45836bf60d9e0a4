"""github-workflow/long-timeout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.runners import HOSTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# GitHub ends a job on a runner of its own after so many minutes (docs.github.com, "Actions limits", 2026-11-24).
_OWN_LIMIT: Final = 360


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:
    """Yield a hit for each limit of time of a job that is over the one in the settings, or over GitHub's own."""
    most = options["most"]
    for job in document.model.jobs:
        given = job.node.get("timeout-minutes")
        if given is None or not isinstance(given.value, int | float):
            continue
        if most and given.value > most:
            yield Hit(given, {"limit": given.raw, "most": most, "job": job.id}, "settings")
        elif given.value > _OWN_LIMIT and _is_hosted(job):
            yield Hit(given, {"limit": given.raw, "most": _OWN_LIMIT, "job": job.id})


def _is_hosted(job: Job) -> bool:
    given = job.runs_on
    return given is not None and given.is_scalar and given.raw.lower() in HOSTED
