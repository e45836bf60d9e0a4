"""A task refers to a path or a task that does not exist, or to itself in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.backlog._paths import exists
from maverick_lint.core.facts.repository import Task
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.backlog.paths import bare_path, is_path
from maverick_lint.stack.folders import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LIKE: Final = 0.8
_MOST: Final = 100  # tasks or files that are compared with a reference
_Edges = dict[str, list[tuple[str, "Place"]]]


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit at each reference that leads nowhere, and one for each circle of tasks."""
    tasks = {task.id or task.path: task for task in stack.every(Task)}
    ids_by_path = {task.path: name for name, task in tasks.items()}
    series = {prefix for name in tasks if (prefix := _series(name))}
    edges: _Edges = {name: [] for name in tasks}
    for name, task in tasks.items():
        for text, place in task.references:
            path = bare_path(text)
            other = text if text in tasks else ids_by_path.get(path)
            if other is not None:
                edges[name].append((other, place))
            elif is_path(text):
                if not exists(stack, path):
                    near = close_matches(path, files_in(stack, path.rpartition("/")[0])[:_MOST], 1, _LIKE)
                    related = tuple(Related(Place(one, Span(0, 0)), "the file of the nearest name") for one in near)
                    yield Hit(place, {"path": path, "task": name}, related=related)
            elif _series(text) in series:
                near = close_matches(text, sorted(tasks)[:_MOST], 1, _LIKE)
                related = tuple(Related(tasks[one].id_place, f"task `{one}`") for one in near)
                yield Hit(place, {"other": text, "task": name}, case="task", related=related)
    yield from _circles(edges)


def _series(text: str) -> str:
    """Return what stands before the number of an id such as `TASK-012`; "" for what is no such id.

    Only ids of a series that the backlog has are tasks: `RFC-2119` and `ADR-4` may be anything.
    """
    series, dash, number = text.rpartition("-")
    return series if dash and number.isdigit() and series.replace("-", "").replace("_", "").isalnum() else ""


def _circles(edges: Mapping[str, Sequence[tuple[str, Place]]]) -> Iterator[Hit]:
    """Yield a hit at each reference that closes a circle; every task is entered once."""
    done: set[str] = set()
    for start in edges:
        way: dict[str, None] = {}
        pending: list[tuple[str, int]] = [] if start in done else [(start, 0)]
        while pending:
            name, position = pending.pop()
            if position == 0:
                way[name] = None
            if position == len(edges[name]):
                done.add(way.popitem()[0])
                continue
            pending.append((name, position + 1))
            other, place = edges[name][position]
            if other in way:
                names = list(way)
                circle = [*names[names.index(other) :], other]
                yield Hit(place, {"circle": " > ".join(circle), "task": name}, case="circle")
            elif other not in done:
                pending.append((other, 0))
