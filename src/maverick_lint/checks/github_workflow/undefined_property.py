"""github-workflow/undefined-property."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._expressions import expressions_below
from maverick_lint.checks.github_workflow._known import Known, inputs_of, known_of
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Member, path_of, walk
from maverick_lint.formats.github.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._expressions import Found
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each property that no run has, so that it is empty always."""
    model = document.model
    if isinstance(model, Action):
        inputs = frozenset(name.lower() for name in model.inputs)
        ids = {step.id.raw.lower(): 0 for step in model.steps if step.id is not None}
        known = Known(inputs=inputs, steps=ids, needs={}, matrix=None)
        for found in expressions_below(document.source, model.root, ()):
            yield from _hits(found, known, 0)
        return
    given = inputs_of(model)
    jobs = {job.id.lower(): job for job in model.jobs}
    for job in model.jobs:
        known = known_of(jobs, job, given)
        starts = [step.node.span.start for step in job.steps]
        for found in expressions_below(document.source, job.node, ()):
            at = bisect_right(starts, found.node.span.start) - 1
            inside = at >= 0 and found.node.span.start < job.steps[at].node.span.end
            yield from _hits(found, known, starts[at] if inside else 0)


def _hits(found: Found, known: Known, step: int) -> Iterator[Hit]:
    for part in walk(found.tree):
        path = path_of(part) if isinstance(part, Member) else None
        if path is None or not isinstance(part, Member) or part.key is None or "*" in path:
            continue
        fault = known.fault(path, step)
        if fault is not None:
            case, values = fault
            yield Hit(found.span(part.key), {"name": ".".join(path), **values}, case)
