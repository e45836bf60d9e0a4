"""All that a deploy job runs: its steps, the workflows, actions, targets and scripts that it calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.stack.walk import Walk

if TYPE_CHECKING:
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached


def reached_by(stack: Stack, pipeline: Pipeline, jobs: tuple[Job, ...]) -> tuple[Reached, ...]:
    """Return what jobs reach on the machine that runs them; remote scripts are not followed."""
    walk = Walk(stack, stack.every(Pipeline))
    walk.start(pipeline, jobs)
    return walk.run()


def before(pipeline: Pipeline, job: Job) -> tuple[Job, ...]:
    """Return the jobs of a pipeline that a job needs, directly or through others."""
    by_id = {one.id: one for one in pipeline.jobs}
    found: dict[str, Job] = {}
    pending = list(job.needs)
    while pending:
        name = pending.pop()
        if name in by_id and name not in found and name != job.id:
            found[name] = by_id[name]
            pending.extend(by_id[name].needs)
    return tuple(one for one in pipeline.jobs if one.id in found)
