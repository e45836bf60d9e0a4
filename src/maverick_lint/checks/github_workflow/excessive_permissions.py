"""github-workflow/excessive-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for `write-all`, and for each right to write that all jobs get though there are several."""
    workflow = document.model
    for given in (workflow.permissions, *(job.permissions for job in workflow.jobs)):
        if given is not None and given.text == "write-all":
            yield Hit(given, {"scope": "", "count": 0}, "all")
    takers = [job for job in workflow.jobs if job.permissions is None]
    # One job needs what the workflow gives it; what a called workflow needs is not known here.
    if workflow.permissions is None or len(takers) < 2 or all(job.uses is not None for job in takers):  # noqa: PLR2004 - said above
        return
    for scope, value in workflow.permissions.pairs().items():
        if value.text == "write":
            yield Hit(value.key or value, {"scope": scope, "count": len(takers)})
