"""What is wrong with the names of other jobs: `needs`, `dependencies`, `on_stop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import ParseError
from maverick_lint.formats._graph import circles
from maverick_lint.formats.gitlab.kinds import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value


def needs_faults(ci: GitlabCi, stages: list[str] | None) -> Iterator[ParseError]:
    """Yield needs of unknown jobs, where every file was read, and the first of each circle of needs."""
    jobs = {job.name: job for job in ci.jobs if not job.hidden}
    graph: dict[str, list[str]] = {}
    for job in jobs.values():
        graph[job.name] = []
        for key, name, value in _wanted(job):
            if key == "needs":
                graph[job.name].append(name)
            if value.source is not ci.source or "$" in name:
                continue
            if name not in jobs:
                if ci.complete:
                    hint = near(name, list(jobs))
                    message = f"job `{job.name}` names `{name}` in `{key}`, and there is no such job{hint}"
                    yield ParseError(value.node.span, message)
            elif _later(jobs[name], job, stages):
                message = f"job `{job.name}` names `{name}` in `{key}`, which is in a later stage"
                yield ParseError(value.node.span, message)
        yield from _unneeded(ci, job)
        yield from _on_stop(ci, job, jobs)
    for circle in circles(graph):
        job = jobs[circle[0]]
        at = next((value for key, name, value in _wanted(job) if key == "needs" and name == circle[1]), None)
        if at is not None and at.source is ci.source:
            yield ParseError(at.node.span, "the jobs wait for each other: " + " -> ".join(circle))


def _later(one: Job, other: Job, stages: list[str] | None) -> bool:
    """Say whether a job stands in a later stage than another, or (for jobs that wait) not in an earlier one."""
    numbers = [_stage(job, stages) for job in (one, other)]
    return numbers[0] is not None and numbers[1] is not None and numbers[0] > numbers[1]


def _stage(job: Job, stages: list[str] | None) -> int | None:
    value = job.get("stage")
    text = "test" if value is None else value.text
    return stages.index(text) if stages is not None and text in stages else None


def _unneeded(ci: GitlabCi, job: Job) -> Iterator[ParseError]:
    """Yield the dependencies that a job's own list of needs leaves out."""
    given = job.get("needs")
    if given is None or not given.node.is_list or given.node.tag == "!reference":
        return
    needed = {name for key, name, _ in _wanted(job, every=True) if key == "needs"}
    if any(item.node.tag == "!reference" or "$" in (item.text or "") for item in given.items()):
        return
    for key, name, value in _wanted(job):
        if key == "dependencies" and name not in needed and value.source is ci.source and "$" not in name:
            message = f"job `{job.name}` takes artifacts of `{name}`, which its `needs` leave out; name it there too"
            yield ParseError(value.node.span, message)


def _on_stop(ci: GitlabCi, job: Job, jobs: Mapping[str, Job]) -> Iterator[ParseError]:
    at = job.value.at("environment", "on_stop")
    if at is None or at.text is None or "$" in at.text or at.source is not ci.source:
        return
    other = jobs.get(at.text)
    if other is None:
        if ci.complete:
            yield ParseError(
                at.node.span, f"`on_stop` names the job `{at.text}`, and there is none{near(at.text, list(jobs))}"
            )
        return
    action = other.value.at("environment", "action")
    if action is None or (action.text != "stop" and "$" not in (action.text or "")):
        yield ParseError(at.node.span, f"`on_stop` names the job `{at.text}`, whose environment has no `action: stop`")


def _wanted(job: Job, *, every: bool = False) -> Iterator[tuple[str, str, Value]]:
    for key in ("needs", "dependencies"):
        given = job.get(key)
        for item in given.items() if given is not None and given.node.tag != "!reference" else ():
            if item.node.tag == "!reference":
                continue
            if item.entries is not None and not every:
                outside = any(item.get(name) is not None for name in ("pipeline", "project"))
                optional = item.get("optional")
                if outside or (optional is not None and optional.node.value is True):
                    continue
            name = item.get("job") if item.entries is not None else item
            if name is not None and name.text is not None:
                yield key, name.text, name
