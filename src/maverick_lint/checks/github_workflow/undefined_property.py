"""github-workflow/undefined-property."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import in_texts
from maverick_lint.checks.github_workflow._known import Known, inputs_of, known_of
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._actions_expr.tree import Member, path_of
from maverick_lint.formats.github.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._expressions import Found
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

# `github.event.NAME` has so many parts.
_EVENT: Final = 3


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each property that no run has, so that it is empty always."""
    model = document.model
    if isinstance(model, Action):
        inputs = frozenset(name.lower() for name in model.inputs)
        ids = {step.id.raw.lower(): 0 for step in model.steps if step.id is not None}
        known = Known(inputs=inputs, steps=ids, needs={}, matrix=None)
        for found in in_texts(document.source, model.texts):
            yield from _hits(found, known, 0)
        return
    given = inputs_of(model)
    jobs = {job.id.lower(): job for job in model.jobs}
    events = tuple(event.name for event in model.events)
    texts = sorted(model.texts, key=lambda node: node.span.start)
    positions = [node.span.start for node in texts]
    for job in model.jobs:
        first, last = bisect_left(positions, job.node.span.start), bisect_left(positions, job.node.span.end)
        if first == last:
            continue
        known = known_of(jobs, job, given)
        starts = [step.node.span.start for step in job.steps]
        for found in in_texts(document.source, texts[first:last]):
            at = bisect_right(starts, found.node.span.start) - 1
            inside = at >= 0 and found.node.span.start < job.steps[at].node.span.end
            yield from _hits(found, known, starts[at] if inside else 0)
    for found in in_texts(document.source, texts, "event") if events and "workflow_call" not in events else ():
        yield from _payload(found, events)


def _hits(found: Found, known: Known, step: int) -> Iterator[Hit]:
    for part in found.parts:
        path = path_of(part) if isinstance(part, Member) else None
        if path is None or not isinstance(part, Member) or part.key is None or "*" in path:
            continue
        fault = known.fault(path, step)
        if fault is not None:
            case, values = fault
            yield Hit(found.span(part.key), {"name": ".".join(path), **values}, case)


def _payload(found: Found, events: tuple[str, ...]) -> Iterator[Hit]:
    """Yield a hit for what the payload of no event has that starts the workflow."""
    from maverick_lint.formats.github.payloads import kind_under, known_names  # few workflows read their event

    for part in found.parts:
        path = path_of(part) if isinstance(part, Member) and part.key is not None else None
        if path is None or path[:2] != ("github", "event") or len(path) < _EVENT or not isinstance(part, Member):
            continue
        names = path[2:]
        # The first name that is not there is told, not those behind it.
        if kind_under(events, names) is not None or kind_under(events, names[:-1]) is None or part.key is None:
            continue
        near = close_matches(names[-1], {name for event in events for name in known_names(event, names[:-1])}, 1, 0.7)
        values = {
            "name": ".".join(path),
            "events": ", ".join(f"`{event}`" for event in events),
            "hint": f"; did you mean `{near[0]}`?" if near else "",
        }
        yield Hit(found.span(part.key), values, "payload", level="warning")
