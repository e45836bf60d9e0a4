"""What is known of the contexts of expressions before a run, by the event that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr import UNKNOWN, Value, constant_text
from maverick_lint.formats._actions_expr.values import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Event, Job, Workflow

CHANGE_EVENTS: Final = ("pull_request", "pull_request_target")
# A pull request that is opened or gets new commits: activity types that start a run for a change.
CHANGE_TYPES: Final = frozenset({"opened", "synchronize", "reopened", "ready_for_review"})

# What `github.ref` begins with (docs.github.com "Contexts reference", property github.ref, 2026-11-24).
_REFS: Final = {"pull_request": "refs/pull/", "pull_request_review": "refs/pull/", "release": "refs/tags/"}
_OBJECT: Final = Unknown(truth=True)


def github_context(event: str) -> dict[str, Value]:
    """Return the `github` context of a run that an event started; "" for an event that is not known."""
    known: dict[str, Value] = {"*": None, "actor": _OBJECT, "repository": _OBJECT, "sha": _OBJECT}
    if event:
        known["event_name"] = event
    if event in _REFS:
        known["ref"] = Unknown(prefix=_REFS[event])
        known["ref_type"] = "tag" if event == "release" else "branch"
    payload: dict[str, Value] = {"*": None}
    if event in CHANGE_EVENTS:
        payload["pull_request"] = {"*": None, "number": _OBJECT}
        known["base_ref"] = known["head_ref"] = _OBJECT
    elif event in ("push", "schedule", "workflow_dispatch", "release", "merge_group"):
        payload["pull_request"] = None
        known["base_ref"] = known["head_ref"] = ""
    known["event"] = payload
    return known


def contexts(event: str, env: Mapping[str, Value] | None = None, matrix: Value = UNKNOWN) -> dict[str, Value]:
    """Return all contexts of which something is known."""
    variables: dict[str, Value] = {"*": None, **(env or {})}
    return {"github": github_context(event), "env": variables, "matrix": matrix}


def variables(*levels: Mapping[str, Node]) -> dict[str, Value]:
    """Return the `env` context of constant variables; a later level wins over an earlier one."""
    known: dict[str, Value] = {}
    for level in levels:
        before = {"env": {"*": None, **known}}
        for name, node in level.items():
            text = node.raw if node.is_scalar else None
            value = None if text is None else constant_text(text, before)
            known[name] = UNKNOWN if value is None else value
    return known


def job_env(workflow: Workflow, job: Job) -> dict[str, Value]:
    """Return the constant variables of a job's steps; those that a step sets through GITHUB_ENV are unknown."""
    known = variables(workflow.env, job.env)
    texts = [step.run.raw for step in job.steps if step.run is not None and "GITHUB_ENV" in step.run.raw]
    return {name: UNKNOWN if any(f"{name}=" in text for text in texts) else value for name, value in known.items()}


def starting_events(workflow: Workflow) -> tuple[str, ...]:
    """Return the events under which the jobs may run; "" for the unknown one of a workflow that others call."""
    return tuple("" if event.name == "workflow_call" else event.name for event in workflow.events)


def is_change(event: Event) -> bool:
    """Say whether an event starts runs for new or changed pull requests."""
    if event.name not in CHANGE_EVENTS:
        return False
    types = event.listed("types")
    return not types or not CHANGE_TYPES.isdisjoint(types)
