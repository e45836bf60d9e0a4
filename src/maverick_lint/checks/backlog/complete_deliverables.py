"""A task is complete, and something that it had to deliver is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.backlog._paths import exists
from maverick_lint.core.facts.repository import Task
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit at each deliverable of a complete task that is a path which the repository does not have."""
    for task in stack.every(Task):
        if task.status.upper() != options["final"].upper():
            continue
        for deliverable in task.deliverables:
            if not exists(stack, deliverable.path):
                related = (Related(task.status_place, f"the status is {task.status}"),)
                values = {"task": task.id or task.path, "path": deliverable.path, "status": task.status}
                yield Hit(deliverable.place, values, related=related)
