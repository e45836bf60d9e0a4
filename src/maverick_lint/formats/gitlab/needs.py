"""What is wrong with `needs` and `dependencies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import ParseError
from maverick_lint.formats._graph import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value


def needs_faults(ci: GitlabCi) -> Iterator[ParseError]:
    """Yield needs of unknown jobs, where every file was read, and the first of each circle of needs."""
    names = {job.name for job in ci.jobs if not job.hidden}
    graph: dict[str, list[str]] = {}
    for job in ci.jobs:
        if job.hidden:
            continue
        graph[job.name] = []
        for key, name, value in _wanted(job):
            if key == "needs":
                graph[job.name].append(name)
            if ci.complete and name not in names and "$" not in name and value.source is ci.source:
                yield ParseError(
                    value.node.span, f"job `{job.name}` names `{name}` in `{key}`, and there is no such job"
                )
    jobs = {job.name: job for job in ci.jobs}
    for circle in circles(graph):
        job = jobs[circle[0]]
        at = next((value for key, name, value in _wanted(job) if key == "needs" and name == circle[1]), None)
        if at is not None and at.source is ci.source:
            yield ParseError(at.node.span, "the jobs wait for each other: " + " -> ".join(circle))


def _wanted(job: Job) -> Iterator[tuple[str, str, Value]]:
    for key in ("needs", "dependencies"):
        given = job.get(key)
        for item in given.items() if given is not None else ():
            if item.entries is not None:
                outside = any(item.get(name) is not None for name in ("pipeline", "project"))
                optional = item.get("optional")
                if outside or (optional is not None and optional.node.value is True):
                    continue
            name = item.get("job") if item.entries is not None else item
            if name is not None and name.text is not None:
                yield key, name.text, name
