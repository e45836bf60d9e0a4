"""Whether a condition can be true at all: asked under every event, choice of an input and run of the matrix."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr import UNKNOWN, truth_of
from maverick_lint.formats.github.contexts import github_context, job_env, variables
from maverick_lint.formats.github.matrix import combinations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.formats._actions_expr import Value
    from maverick_lint.formats.github.matrix import Combination
    from maverick_lint.formats.github.model import Event, Job, Step, Workflow

# So many different runs are asked about; a condition that has more of them may be true.
_MOST: Final = 512
_NONE: Final[tuple[Combination, ...]] = ({"*": None},)
# A merged pull request runs on the branch that it went into (docs.github.com "Contexts reference", github.ref).
_MERGED: Final = "closed"


class Reach:
    """What the runs of a workflow may be."""

    def __init__(self, workflow: Workflow) -> None:
        """Take the file."""
        self._workflow = workflow
        self._matrices: dict[int, tuple[Combination, ...]] = {}

    def job_runs(self, job: Job) -> bool:
        """Say whether the condition of a job may be true in some run."""
        text = "" if job.condition is None else job.condition.raw
        return not text or self._possible(text, variables(self._workflow.env), _NONE)

    def step_runs(self, job: Job, step: Step, *, fixed: bool = True) -> bool:
        """Say whether the condition of a step may be true in some run; not `fixed`: variables may hold anything."""
        text = "" if step.condition is None else step.condition.raw
        if not text:
            return True
        env: Mapping[str, Value] = {"*": None}
        if fixed and "env" in text.lower():
            env = {**job_env(self._workflow, job), **variables(self._workflow.env, job.env, step.env)}
            env = {**env, **{name: value for name, value in job_env(self._workflow, job).items() if value is UNKNOWN}}
        runs = self._matrix(job) if "matrix" in text.lower() else _NONE
        return self._possible(text, env, runs)

    def _matrix(self, job: Job) -> tuple[Combination, ...]:
        if id(job) not in self._matrices:
            self._matrices[id(job)] = combinations(job.matrix) if job.matrix is not None else _NONE
        return self._matrices[id(job)]

    def _possible(self, condition: str, env: Mapping[str, Value], runs: Sequence[Combination]) -> bool:
        worlds = [*islice(self._worlds(condition), _MOST + 1)]
        if not worlds or len(worlds) * len(runs) > _MOST:
            return True
        return any(
            truth_of(condition, {**world, "env": {"*": None, **env}, "matrix": dict(run)}) is not False
            for world in worlds
            for run in runs
        )

    def _worlds(self, condition: str) -> Iterator[dict[str, Value]]:
        """Yield the contexts that the events bring, once for each choice of the inputs that a condition names."""
        for event in self._workflow.events:
            name = "" if event.name == "workflow_call" or "{{" in event.name else event.name
            github = github_context(name)
            if _MERGED in event.listed("types"):
                github.pop("ref", None)
            if name == "workflow_dispatch":
                for inputs in _choices(event, condition.lower()):
                    yield {"github": {**github, "event": {"*": None, "inputs": UNKNOWN}}, "inputs": inputs}
            elif not name:
                yield {"github": github}
            else:
                yield {"github": github, "inputs": {}}  # inputs are there for a start by hand and for a call


def _choices(event: Event, condition: str) -> Iterator[dict[str, Value]]:
    given = event.settings.get("inputs") if event.settings is not None else None
    names: list[str] = []
    values: list[list[Value]] = []
    for name, node in given.pairs().items() if given is not None and given.is_map else ():
        kind, options = node.get("type"), node.get("options")
        if name.lower() not in condition or kind is None:
            continue
        if kind.raw == "boolean":
            names.append(name)
            values.append([True, False])
        elif kind.raw == "choice" and options is not None and options.is_list:
            if any("{{" in one.raw for one in options.items()):
                continue
            names.append(name)
            # An input that is not required and has no default may be left empty.
            values.append([*(one.raw for one in options.items()), ""])
    for chosen in product(*values):
        yield {"*": None, **dict(zip(names, chosen, strict=True))}
