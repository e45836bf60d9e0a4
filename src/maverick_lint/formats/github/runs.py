"""Whether jobs run: at all, and for a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._actions_expr import truth_of
from maverick_lint.formats.github.contexts import contexts, is_change, starting_events, variables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats._actions_expr import Value
    from maverick_lint.formats.github.model import Job, Workflow

# Needs are followed over so many jobs in a row.
_ROUNDS: Final = 60
# A condition with one of these runs its job though a job that it needs was skipped.
_STATUS: Final = re.compile(r"\b(?:always|failure|cancelled)\s*\(", re.IGNORECASE)


@record
class Runs:
    """`on_change`: it runs for pull requests (None: that is unknown); `never`: no event makes it run."""

    on_change: bool | None
    never: bool


def runs_of(workflow: Workflow) -> dict[str, Runs]:
    """Return for each job whether it runs, the jobs that it needs considered.

    A job of a workflow that only others call runs for a pull request if its caller does: that is unknown here (None),
    unless its own condition rules it out.
    """
    changes = [event.name for event in workflow.events if is_change(event)]
    called = workflow.event("workflow_call") is not None
    events = starting_events(workflow)
    jobs = {job.id.lower(): job for job in workflow.jobs}
    own = {job.id: _own(workflow, job, changes, events, called=called) for job in workflow.jobs}
    found: dict[str, Runs] = {}
    for _ in range(min(len(jobs), _ROUNDS)):
        before = dict(found)
        for job in workflow.jobs:
            found[job.id] = _after_needs(job, own[job.id], found, jobs)
        if found == before:
            break
    return found


def _own(workflow: Workflow, job: Job, changes: list[str], events: tuple[str, ...], *, called: bool) -> Runs:
    env: Mapping[str, Value] = variables(workflow.env)
    condition = job.condition.raw if job.condition is not None else ""
    if not condition:
        return Runs(True if changes else None if called else False, never=False)
    # A called workflow sees the event of its caller.
    under = changes or (["pull_request"] if called else [])
    results = [truth_of(condition, contexts(event, env)) for event in under]
    if not results or all(result is False for result in results):
        on_change: bool | None = False
    else:
        on_change = True if changes and any(result is True for result in results) else None
    never = all(truth_of(condition, contexts(event, env)) is False for event in events or ("",))
    return Runs(on_change, never)


def _after_needs(job: Job, own: Runs, known: dict[str, Runs], jobs: Mapping[str, Job]) -> Runs:
    if job.condition is not None and _STATUS.search(job.condition.raw):
        return own
    # GitHub compares the ids of jobs without regard to case.
    ids = [jobs[need.raw.lower()].id for need in job.needs if need.raw.lower() in jobs]
    needed = [known[one] for one in ids if one in known]
    never = own.never or any(one.never for one in needed)
    if own.on_change is False or any(one.on_change is False for one in needed):
        return Runs(on_change=False, never=never)
    unknown = own.on_change is None or any(one.on_change is None for one in needed)
    return Runs(None if unknown else True, never)
