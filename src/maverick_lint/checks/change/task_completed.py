"""A change delivers all that a task lists, and the task's status stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.change import Change
from maverick_lint.core.facts.repository import Task
from maverick_lint.core.finding import Hit, Related
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit at the status of each open task of whose deliverables the change touches every one."""
    closed = {status.upper() for status in options["closed"]}
    for change in stack.every(Change):
        for task in stack.every(Task):
            if not task.deliverables or task.status.upper() in closed:
                continue
            if all(_is_touched(deliverable.path, change, stack) for deliverable in task.deliverables):
                related = tuple(Related(each.place, "delivered") for each in task.deliverables)
                values = {
                    "task": task.id or task.path,
                    "status": task.status or "missing",
                    "final": options["closed"][0],
                }
                yield Hit(task.status_place, values, related=related)


def _is_touched(path: str, change: Change, stack: Stack) -> bool:
    """Say whether the change adds or edits this file, or one below this folder."""
    glob = "/" + path.strip("/")
    return any(matches(glob, changed) and changed in stack.files for changed in change.paths)
