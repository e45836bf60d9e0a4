"""The names under which GitHub reports jobs as checks of a change."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.stack.model import Stack

_DEPTH: Final = 5
_HOME: Final = ".github/workflows/"


@record
class CheckName:
    """A check: its name, in which a star stands for what is not known, and the job that reports it."""

    name: str
    job: Job
    pipeline: Pipeline

    def fits(self, name: str) -> bool:
        """Say whether the check may have this name."""
        if "*" not in self.name:
            return self.name == name
        first, *rest = self.name.split("*")
        at = len(first)
        if not name.startswith(first) or not name.endswith(rest[-1]):
            return False
        for part in rest:
            found = name.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return True


def check_names(stack: Stack) -> tuple[CheckName, ...]:
    """Return the checks of all workflows, those of workflows that they call among them: `caller / callee`."""
    return stack.once("names-of-checks", lambda: tuple(_all(stack)))


def _all(stack: Stack) -> Iterator[CheckName]:
    workflows = {one.path: one for one in stack.every(Pipeline) if one.system == "github" and one.role == "pipeline"}
    for workflow in workflows.values():
        # one that others alone call reports behind their names
        if workflow.path.startswith(_HOME) and any(one.event != "workflow_call" for one in workflow.triggers):
            yield from _of(workflow, "", workflows, 0)


def _of(workflow: Pipeline, prefix: str, known: dict[str, Pipeline], depth: int) -> Iterator[CheckName]:
    for job in workflow.jobs:
        own = job.name if job.name and "${{" not in job.name else job.id if not job.name else "*"
        # the matrix of a name without its values is shown behind it; both are let be
        for name in dict.fromkeys((*job.checks, own) if "${{" not in job.name else job.checks or ("*",)):
            if not job.uses:
                yield CheckName(prefix + name, job, workflow)
                continue
            called = known.get(posixpath.normpath(job.uses)) if job.uses.startswith("./") else None
            if called is None or depth >= _DEPTH:
                yield CheckName(f"{prefix}{name} / *", job, workflow)
            else:
                yield from _of(called, f"{prefix}{name} / ", known, depth + 1)
