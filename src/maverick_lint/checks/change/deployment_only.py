"""A change marked as a deployment change touches application source or database schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.change import Change
from maverick_lint.core.facts.repository import Task
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each file of such a change that is source or schema.

    It is one by its branch, or because it edits a task of the backlog that is of such a kind, and one of what this task
    delivers. What the task itself lists is asked for. A file that the change deletes has no place any more: the hit is
    at the repository's anchor and names it.
    """
    for change in stack.every(Change):
        by_branch = any(matches(glob, change.branch) for glob in options["branches"] if change.branch)
        task = None if by_branch else _task(stack, change, options)
        if not by_branch and task is None:
            continue
        for path in change.paths:
            what = _what(path, options)
            if not what:
                continue
            place = Place(path, Span(0, 0)) if path in stack.files else stack.anchor()
            values = {"path": path, "what": what}
            if task is None:
                yield Hit(place, {**values, "branch": change.branch})
            elif not _is_delivered(task, path):
                related = (Related(task.place, "the task"),)
                yield Hit(place, {**values, "task": task.id or task.path, "kind": task.kind}, "task", related=related)


def _task(stack: Stack, change: Change, options: Options) -> Task | None:
    """Return the deployment task that a change works on, or None."""
    kinds = {kind.lower() for kind in options["kinds"]}
    for task in stack.every(Task):
        worked_on = task.path in change.paths and any(_is_delivered(task, path) for path in change.paths)
        if worked_on and task.kind.lower() in kinds:
            return task
    return None


def _is_delivered(task: Task, path: str) -> bool:
    return any(matches("/" + one.path.strip("/"), path) for one in task.deliverables)


def _what(path: str, options: Options) -> str:
    if any(matches(glob, path) for glob in options["schemas"]):
        return "the database schema"
    return "application source" if any(matches(glob, path) for glob in options["source"]) else ""
