"""What the contexts of a job hold, as far as the file itself or the language says it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.language import properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.formats.github.model import Job, Workflow

_FIXED: Final = ("github", "runner", "strategy")
_FEW: Final = 4
Fault = tuple[str, dict[str, str]]


@record
class Known:
    """The names of contexts, in lower case; None where only a run knows them.

    steps  the start of each step by its id;  needs  the outputs of each job that is waited for
    """

    inputs: frozenset[str] | None
    steps: Mapping[str, int]
    needs: Mapping[str, frozenset[str] | None]
    matrix: frozenset[str] | None

    def fault(self, path: tuple[str, ...], step: int) -> Fault | None:
        """Return what is wrong with the last name of a path: the case of the message and what it names."""
        context, *names = path
        if len(names) == 1:
            return self._first(context, names[0], step)
        if len(names) == 2 and context in ("steps", "needs"):  # noqa: PLR2004 - a step or a job, and what is asked of it
            known = properties("steps" if context == "steps" else "jobs")
            if self._first(context, names[0], step) is not None or names[1] in known:
                return None
            what = "a step" if context == "steps" else "a job"
            return "", {"what": what, "known": ", ".join(f"`{one}`" for one in sorted(known))}
        if len(names) == 3 and context == "needs" and names[1] == "outputs":  # noqa: PLR2004 - a job, outputs, a name
            outputs = self.needs.get(names[0])
            if outputs is not None and names[2] not in outputs:
                return "output", {"id": names[0], "hint": _hint(names[2], outputs)}
        return None

    def _first(self, context: str, name: str, step: int) -> Fault | None:  # noqa: PLR0911 - a context each
        if context in _FIXED:
            known = properties(context)
            return None if name in known else ("", {"what": f"`{context}`", "known": _nearest(name, known)})
        if context == "inputs" and self.inputs is not None and name not in self.inputs:
            return "input", {"hint": _hint(name, self.inputs)}
        if context == "matrix" and self.matrix is not None and name not in self.matrix:
            return "matrix", {"id": name, "hint": _hint(name, self.matrix)}
        if context == "needs" and self.needs is not None and name not in self.needs and "*" not in self.needs:
            return "need", {"id": name}
        if context == "steps" and "*" not in self.steps:
            if name not in self.steps:
                return "step", {"id": name, "hint": _hint(name, self.steps)}
            if step and self.steps[name] >= step:
                return "later", {"id": name}
        return None


@lru_cache(maxsize=1024)
def _nearest(name: str, known: frozenset[str]) -> str:
    near = close_matches(name, sorted(known), 1, 0.6)
    return f"`{near[0]}`" if near else "no such property"


def _hint(name: str, known: Iterable[str]) -> str:
    return _hint_of(name, frozenset(known))


@lru_cache(maxsize=1024)
def _hint_of(name: str, known: frozenset[str]) -> str:
    listed = sorted(known)
    near = close_matches(name, listed, 1, 0.6)
    if near:
        return f"; did you mean `{near[0]}`?"
    return f"; there is {', '.join(f'`{one}`' for one in listed)}" if 0 < len(listed) <= _FEW else ""


def inputs_of(workflow: Workflow) -> frozenset[str]:
    """Return the inputs of a workflow."""
    given = (
        event.settings.get("inputs")
        for event in workflow.events
        if event.name in ("workflow_dispatch", "workflow_call") and event.settings is not None
    )
    return frozenset(name.lower() for one in given if one is not None for name in one.pairs())


def known_of(jobs: Mapping[str, Job], job: Job, inputs: frozenset[str]) -> Known:
    """Return what the contexts of a job hold; `jobs` are all of the workflow by their ids in lower case."""
    needs = {need.raw.lower(): _outputs(jobs.get(need.raw.lower())) for need in job.needs}
    if any("{{" in need for need in needs):
        needs["*"] = None
    steps: dict[str, int] = {}
    for step in job.steps:
        if step.id is not None:
            steps.setdefault("*" if "{{" in step.id.raw else step.id.raw.lower(), step.node.span.start)
    return Known(inputs, steps, needs, _matrix(job))


def _outputs(job: Job | None) -> frozenset[str] | None:
    given = None if job is None or job.uses is not None else job.node.get("outputs")
    if job is None or job.uses is not None or (given is not None and not given.is_map):
        return None
    names = frozenset(name.lower() for name in given.pairs()) if given is not None else frozenset()
    return None if any("{{" in name for name in names) else names


def _matrix(job: Job) -> frozenset[str] | None:
    matrix = job.matrix
    if matrix is None:
        return None if job.node.get("strategy") is not None else frozenset()
    include = matrix.get("include")
    items = include.items() if include is not None else []
    if not matrix.is_map or (include is not None and not include.is_list) or any(not item.is_map for item in items):
        return None
    names = {name.lower() for name in matrix.pairs()} | {name.lower() for item in items for name in item.pairs()}
    return None if any("{{" in name for name in names) else frozenset(names - {"include", "exclude"})
