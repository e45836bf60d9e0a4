"""A task's id is not its file's name, or two tasks have the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.repository import Task
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit at each id that is not its file's name, and at each that an earlier file has too.

    Of two files with the same id, the one that is named after it keeps it.
    """
    owners: dict[str, Task] = {}
    tasks = [task for task in stack.every(Task) if task.id]
    for task in sorted(tasks, key=lambda task: (_stem(task) != task.id, task.path)):
        name = task.path.rpartition("/")[2]
        owner = owners.setdefault(task.id, task)
        if owner is not task:
            values = {"id": task.id, "file": owner.path, "name": name}
            yield Hit(task.id_place, values, case="twice", related=(Related(owner.id_place, "the same id"),))
        elif _stem(task) != task.id:
            suffix = name[len(_stem(task)) :]
            yield Hit(task.id_place, {"id": task.id, "name": name, "wanted": task.id + suffix})


def _stem(task: Task) -> str:
    return task.path.rpartition("/")[2].rpartition(".")[0]
