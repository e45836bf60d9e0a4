"""github-workflow/required-actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:
    """Yield a hit for each action of the list in the settings that no job of the workflow uses."""
    workflow = document.model
    nodes = [*(job.uses for job in workflow.jobs), *(step.uses for step in workflow.steps)]
    used = [node.raw.lower() for node in nodes if node is not None]
    for wanted in options["actions"]:
        pattern = wanted.lower()
        if not any(matches(pattern, one if "@" in pattern else one.partition("@")[0]) for one in used):
            at = workflow.events[0].node if workflow.events else workflow.root
            yield Hit(at, {"action": wanted})
