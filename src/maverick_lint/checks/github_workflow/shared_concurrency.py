"""github-workflow/shared-concurrency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

# Contexts that differ between pull requests.
_DIFFERS: Final = re.compile(
    r"github\.(?:head_ref|ref\b|ref_name|sha|run_id|run_number|event\b|workflow_ref)|inputs\.|needs\.|matrix\.",
    re.IGNORECASE,
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each group that all pull requests share and in which they cancel each other."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in ("pull_request", "pull_request_target")), None)
    if event is None:
        return
    runs = runs_of(workflow)
    apart = {id(job.node) for job in workflow.jobs if runs[job.id].on_change is False}
    for holder in (workflow.root, *(job.node for job in workflow.jobs if id(job.node) not in apart)):
        given = holder.get("concurrency")
        cancels = given.get("cancel-in-progress") if given is not None else None
        group = given.get("group") if given is not None else None
        if cancels is None or cancels.text != "true" or group is None or group.text is None:
            continue
        if not _DIFFERS.search(group.raw) and "env." not in group.raw:
            yield Hit(group, {"group": group.raw, "event": event.name}, related=(Related(event.node, "the event"),))
