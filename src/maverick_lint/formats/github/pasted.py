"""Values that only a run knows and that scripts are built with, besides the inputs and texts of `injection`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats._actions_expr import ExpressionError, evaluate, parse, parts
from maverick_lint.formats._actions_expr.taint import carried, is_outside
from maverick_lint.formats._actions_expr.tree import path_of
from maverick_lint.formats._actions_expr.values import Unknown
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.injection import scripts_of
from maverick_lint.formats.github.matrix import combinations
from maverick_lint.formats.github.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.formats._actions_expr.tree import Member, Name
    from maverick_lint.formats.github.matrix import Combination
    from maverick_lint.formats.github.model import Workflow

_HOPS: Final = 4
_FREE: Final = frozenset({"github.ref", "github.ref_name", "github.base_ref"})
# Ends of event properties that are numbers, commits, words of GitHub's own, or names of accounts and repositories,
# which hold letters, digits, dots and dashes only.
_FIXED: Final = (
    "number", "id", "sha", "action", "draft", "merged", "type", "state", "conclusion", "status", "before", "login",
    "full_name", "repository.name", "repo.name",
)  # fmt: skip
_BY_HAND: Final = ("inputs", "client_payload")


@record
class Pasted:
    """A context in a script: where it stands, and its name."""

    span: Span
    name: str


@record
class _Surroundings:
    """What is known around a script: the levels of its variables, and the runs of its matrix."""

    env: Sequence[Mapping[str, Node]]
    runs: Sequence[Combination]


def pasted(model: Workflow | Action) -> Iterator[Pasted]:
    """Yield the values of the run that the scripts of a workflow or a composite action are built with."""
    if isinstance(model, Action):
        levels = [(step, _Surroundings([step.env], ())) for step in model.steps]
    else:
        levels = [
            (step, _Surroundings([step.env, job.env, model.env], runs))
            for job in model.jobs
            for runs in (combinations(job.matrix) if job.matrix is not None else (),)
            for step in job.steps
        ]
    for step, around in levels:
        for node in scripts_of(step):
            if "${{" in node.raw:
                inner = embedded(model.source, node)
                for start, end in _open(node.raw, around, 0):
                    yield Pasted(inner.outer(Span(start, end)), node.raw[start:end])


def _open(text: str, around: _Surroundings, hop: int) -> Iterator[tuple[int, int]]:
    for part in parts(text):
        try:
            tree = parse(part.text)
        except ExpressionError:
            continue
        for one in carried(tree):
            if not is_outside(one) and _is_open(one, around, hop):
                yield part.inner + one.start, part.inner + one.end


def _is_open(one: Member | Name, around: _Surroundings, hop: int) -> bool:  # noqa: PLR0911 - a context each
    path = path_of(one)
    context = path[0] if path is not None else ""
    if path is None or len(path) == 1:
        return False
    if context in ("steps", "needs"):
        return "outputs" in path
    if context == "matrix":
        return any(isinstance(evaluate(one, {"matrix": dict(run)}), Unknown) for run in around.runs)
    if context == "env":
        return _is_open_variable(path[1], around, hop)
    if context != "github":
        return context == "vars"
    if path[1] == "event":
        return len(path) > 2 and path[2] not in _BY_HAND and not ".".join(path).endswith(_FIXED)  # noqa: PLR2004 - said above
    return ".".join(path) in _FREE


def _is_open_variable(name: str, around: _Surroundings, hop: int) -> bool:
    """Say whether a variable holds what only a run knows; one that no level sets was set by a step before."""
    for level in around.env:
        for key, node in level.items():
            if key.lower() == name:
                return hop < _HOPS and any(True for _ in _open(node.raw, around, hop + 1))
    return not any("{{" in key for level in around.env for key in level)
