"""What is wrong between the jobs and steps of a workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._graph import circles
from maverick_lint.formats.github.faults import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Job, Step, Workflow

_BACKGROUND: Final = ("wait", "wait-all", "cancel", "parallel")


def relation_faults(workflow: Workflow) -> Iterator[ParseError]:
    """Yield needs of unknown jobs, jobs that wait for each other, and ids that two steps of a job share."""
    # GitHub compares the ids of jobs without regard to case.
    jobs = {job.id.lower(): job for job in workflow.jobs}
    graph: dict[str, list[str]] = {}
    for job in workflow.jobs:
        yield from _id_fault(job.key, "job")
        yield from _limit_fault(job.node.get("timeout-minutes"))
        yield from _limit_fault(job.node.at("strategy", "max-parallel"))
        graph[job.id.lower()] = [need.raw.lower() for need in job.needs]
        for need in job.needs:
            if need.raw.lower() not in jobs and "{{" not in need.raw:
                yield ParseError(need.span, f"job `{job.id}` needs `{need.raw}`, and there is no such job")
        yield from step_id_faults(job.steps)
        yield from _background_faults(job.node.get("steps"))
    for circle in circles(graph):
        first = jobs[circle[0]]
        at = next((need for need in first.needs if need.raw.lower() == circle[1]), first.key)
        yield ParseError(at.span, f"the jobs wait for each other: {_way(circle, jobs)}")


def _way(circle: list[str], jobs: dict[str, Job]) -> str:
    return " -> ".join(jobs[name].id for name in circle)


def step_id_faults(steps: Sequence[Step]) -> Iterator[ParseError]:
    """Yield the ids of steps that an earlier step of the same job has."""
    seen: set[str] = set()
    for step in steps:
        yield from _limit_fault(step.node.get("timeout-minutes"))
        if step.id is None or "{{" in step.id.raw:
            continue
        yield from _id_fault(step.id, "step")
        if step.id.raw.lower() in seen:
            yield ParseError(step.id.span, f"the id `{step.id.raw}` belongs to an earlier step of the same job")
        seen.add(step.id.raw.lower())


def _background_faults(steps: Node | None) -> Iterator[ParseError]:
    """Yield the steps that wait for, or end, what no earlier step started in the background, and wrong ones in a group.

    Source: the descriptions of `wait`, `cancel` and `parallel` in GitHub's grammar (2026-11-24).
    """
    started: set[str] = set()
    for item in steps.items() if steps is not None and steps.is_list else ():
        pairs = item.pairs()
        group = pairs.get("parallel")
        for inner in group.items() if group is not None and group.is_list else ():
            for key in _BACKGROUND:
                if key in inner.pairs():
                    at = inner.pairs()[key].key_span()
                    yield ParseError(
                        at, f"`{key}` cannot stand inside of `parallel`; the steps of a group run together"
                    )
        for key in ("wait", "cancel"):
            named = pairs.get(key)
            for one in () if named is None else named.items() if named.is_list else (named,):
                if one.text and "{{" not in one.text and one.text.lower() not in started:
                    problem = "no step before this one has that id and `background: true`"
                    yield ParseError(one.span, f"`{key}` names `{one.text}`, and {problem}")
        identity, behind = pairs.get("id"), pairs.get("background")
        if identity is not None and behind is not None and behind.raw.lower() != "false":
            started.add(identity.raw.lower())


def _id_fault(node: Node, what: str) -> Iterator[ParseError]:
    """Yield a fault for an id that begins with no letter or `_`, or holds more than letters, digits, `-` and `_`."""
    name = node.raw
    plain = name.replace("-", "_")
    if not (plain.isascii() and plain.isidentifier() and not name.startswith("-")) and not open_text(name):
        yield ParseError(
            node.span,
            f"`{' '.join(name.split())}` is no id of a {what}: it begins with a letter or `_`, and goes on with"
            " letters, digits, `-` and `_`",
        )


def _limit_fault(node: Node | None) -> Iterator[ParseError]:
    value = None if node is None else node.value
    if node is not None and isinstance(value, int | float) and not isinstance(value, bool) and value <= 0:
        name = "the limit" if node.key is None else f"`{node.key.raw}`"
        yield ParseError(node.span, f"{name} must be over 0, and this is `{node.raw}`")
