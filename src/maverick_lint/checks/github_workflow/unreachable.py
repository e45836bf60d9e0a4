"""github-workflow/unreachable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# A condition with one of these runs its job though a job that it needs was skipped.
_STATUS: Final = re.compile(r"\b(?:always|failure|cancelled)\s*\(|!\s*success\s*\(", re.IGNORECASE)
# Without the name of a context a condition is a constant, of which another rule speaks.
_CONTEXT: Final = re.compile(r"\b(?:github|env|matrix|inputs)\b", re.IGNORECASE)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job and step that runs under no event, choice or combination of the matrix."""
    workflow = document.model
    reach = Reach(workflow)
    jobs = {job.id.lower(): job for job in workflow.jobs}
    never: dict[str, Job] = {}
    for name, job in jobs.items():
        if job.condition is not None and not reach.job_runs(job):
            never[name] = job
            if _judged(job.condition):
                yield Hit(job.condition, {"what": f"job `{job.id}`"})
    for job, need, first in _behind(jobs, never):
        values = {"job": job.id, "need": first.id}
        related = (Related(first.condition or first.key, "never true"),)
        yield Hit(need, values, "needs", related=related)
    for name, job in jobs.items():
        for step in job.steps if name not in never else ():
            node = step.condition
            if node is None or not _judged(node) or reach.step_runs(job, step):
                continue
            switched = reach.step_runs(job, step, fixed=False)
            yield Hit(node, {"what": "this step"}, "variable" if switched else "", level="note" if switched else "")


def _judged(node: Node) -> bool:
    plain = "{%" not in node.raw and ("{{" not in node.raw or "${{" in node.raw)
    return plain and _CONTEXT.search(node.raw) is not None


def _behind(jobs: dict[str, Job], never: dict[str, Job]) -> Iterator[tuple[Job, Node, Job]]:
    """Yield the jobs that are skipped with one that they need, each with that need; `never` grows by them."""
    waiting: dict[str, list[tuple[Job, Node]]] = {}
    for job in jobs.values():
        if job.condition is None or not _STATUS.search(job.condition.raw):
            for need in job.needs:
                waiting.setdefault(need.raw.lower(), []).append((job, need))
    queue = [*never]
    while queue:
        first = queue.pop(0)
        for job, need in waiting.get(first, ()):
            if job.id.lower() not in never:
                never[job.id.lower()] = job
                queue.append(job.id.lower())
                yield job, need, jobs[first]
