"""github-workflow/broad-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for `read-all`, and for a right to write that one job, or called ones, take from the workflow."""
    workflow = document.model
    for given in (workflow.permissions, *(job.permissions for job in workflow.jobs)):
        if given is not None and given.text == "read-all":
            yield Hit(given, {}, "read")
    takers = [job for job in workflow.jobs if job.permissions is None]
    several = len(takers) > 1 and any(job.uses is None for job in takers)
    if workflow.permissions is None or several:
        return  # another rule speaks of rights that several jobs take
    for scope, value in workflow.permissions.pairs().items():
        if value.text == "write":
            yield Hit(value.key or value, {"scope": scope}, "" if takers else "nobody")
