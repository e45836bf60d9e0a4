"""github-workflow/unused-needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import paths_in, texts_in
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# What each case is called by others.
_TWICE: Final = ("actionlint:job-needs", "jactionlint:duplicate-job-needs")
_UNUSED: Final = ("jactionlint:unused-needs",)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each need that stands twice, or that another need waits for and the job never reads."""
    model = document.model
    jobs = {job.id.lower(): job for job in model.jobs}
    behind: dict[str, frozenset[str]] = {}
    for job in model.jobs:
        seen: dict[str, Node] = {}
        for need in job.needs:
            first = seen.setdefault(need.raw.lower(), need)
            if first is not need:
                yield Hit(
                    need,
                    {"job": job.id, "need": need.raw},
                    "twice",
                    related=(Related(first, "the first one"),),
                    equivalents=_TWICE,
                )
        if len(seen) > 1:
            yield from _behind(model, job, seen, {name: _waits(name, jobs, behind) for name in seen})


def _behind(model: Workflow, job: Job, needs: Mapping[str, Node], waits: Mapping[str, frozenset[str]]) -> Iterator[Hit]:
    doubled = {name: by for name in needs if (by := next((one for one in needs if name in waits[one]), "")) != ""}
    if not doubled:
        return
    read = {path[1] if len(path) > 1 else "*" for _, path in paths_in(model.source, texts_in(model, job), "needs")}
    if "*" in read:
        return
    for name, by in doubled.items():
        if name not in read:
            yield Hit(needs[name], {"job": job.id, "need": needs[name].raw, "by": needs[by].raw}, equivalents=_UNUSED)


def _waits(name: str, jobs: Mapping[str, Job], known: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return all jobs that a job waits for, itself left out; a circle, of which another rule speaks, ends nowhere."""
    if name not in known:
        found: set[str] = set()
        stack = [name]
        while stack:
            job = jobs.get(stack.pop())
            for need in job.needs if job is not None else ():
                if need.raw.lower() not in found:
                    found.add(need.raw.lower())
                    stack.append(need.raw.lower())
        known[name] = frozenset(found - {name}) if name not in found else frozenset()
    return known[name]
