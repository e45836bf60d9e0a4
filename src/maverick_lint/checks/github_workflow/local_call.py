"""github-workflow/local-call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._local import action_file, local_steps, root_of, target
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maverick_lint.core.facts.pipeline import Input, Job, Setting
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# What GitHub itself reads of the inputs of an action that is a container.
_ALWAYS: Final = frozenset({"args", "entrypoint"})

_ORDER: Final = ("none", "read", "write")
# Contexts that have other values in a called workflow, or in each of the jobs.
_OWN: Final = ("inputs.", "matrix.", "needs.", "strategy.")
# What these cases are called by others.
_RIGHTS: Final = ("jactionlint:workflow-call-permissions",)
_GROUP: Final = ("jactionlint:concurrency-deadlock",)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each input or secret that a local action or workflow does not take, or needs and does not get."""
    known = {one.path: one for one in stack.every(Pipeline) if one.system == "github"}
    for pipeline in known.values():
        root = root_of(pipeline.path)
        if root is None:
            continue
        for _, step in local_steps(pipeline):
            action = known.get(action_file(stack, target(root, step.uses)))
            if action is not None and step.uses_place is not None:
                yield from _compare(step.uses_place, step.inputs, action.inputs, action, "input")
        for job in pipeline.jobs:
            yield from _waits(job.group, pipeline.group)
            called = known.get(target(root, job.uses)) if job.uses.startswith(("./", "$/")) else None
            if called is not None and any(one.event == "workflow_call" for one in called.triggers):
                yield from _call(job, called)
                yield from _rights(job, called)
                yield from _waits(called.group, pipeline.group, job.group)
                for one in called.jobs:
                    yield from _waits(one.group, pipeline.group, job.group)


def _call(job: Job, called: Pipeline) -> Iterator[Hit]:
    if job.uses_place is None:
        return
    inputs = [one for one in called.inputs if one.event == "workflow_call"]
    yield from _compare(job.uses_place, job.inputs, inputs, called, "input")
    yield from _types(job.inputs, {one.name.lower(): one for one in inputs})
    if job.secrets is not None:
        yield from _compare(job.uses_place, job.secrets, called.secrets, called, "secret")


def _compare(
    uses: Place, given: Sequence[Setting], taken: Iterable[Input], called: Pipeline, what: str
) -> Iterator[Hit]:
    inputs = {one.name.lower(): one for one in taken}
    names = {one.name.lower() for one in given}
    if any("{{" in name or name == "<<" for name in names):
        return
    loose = _ALWAYS if called.role == "action" and not called.jobs else frozenset()
    for one in given:
        if one.name.lower() not in inputs and one.name.lower() not in loose:
            near = close_matches(one.name.lower(), sorted(inputs), 1, 0.6)
            hint = f"; did you mean `{inputs[near[0]].name}`?" if near else ""
            values = {"what": what, "name": one.name, "called": called.path, "hint": hint}
            related = (Related(called.place, "what is called"),)
            yield Hit(one.key_place or one.place, values, related=related)
    for name, wanted in inputs.items():
        if wanted.required and wanted.default is None and name not in names:
            # An action goes on without: the runner never looks at `required`.
            level = "warning" if called.role == "action" else ""
            values = {"what": what, "name": wanted.name, "called": called.path}
            yield Hit(uses, values, "missing", related=(Related(wanted.place, "needed here"),), level=level)


def _types(given: Iterable[Setting], inputs: Mapping[str, Input]) -> Iterator[Hit]:
    for one in given:
        wanted = inputs.get(one.name.lower())
        if wanted is None or one.text is None or "{{" in one.text:
            continue
        if wanted.type == "boolean" and one.text not in ("true", "false"):
            yield Hit(one.place, {"name": one.name, "value": one.text, "type": "true or false"}, "type")
        elif wanted.type == "number" and not one.text.replace(".", "", 1).lstrip("-").isdecimal():
            yield Hit(one.place, {"name": one.name, "value": one.text, "type": "a number"}, "type")


def _rights(job: Job, called: Pipeline) -> Iterator[Hit]:
    """Yield a hit for each right that a called job asks for and the calling one does not have."""
    if job.rights is None or job.uses_place is None:
        return
    for one in called.jobs:
        for scope, value in (one.rights or {}).items():
            given = job.rights.get(scope, job.rights.get("*", "none"))
            if scope != "*" and {given, value} <= set(_ORDER) and _ORDER.index(given) < _ORDER.index(value):
                values = {"job": one.id, "called": called.path, "right": f"{scope}: {value}", "given": given}
                yield Hit(job.uses_place, values, "rights", (Related(one.place, "asks for it"),), equivalents=_RIGHTS)


def _waits(inner: Setting | None, *outer: Setting | None) -> Iterator[Hit]:
    """Yield a hit where something waits for a group that those around it hold until it ends."""
    for one in outer:
        if inner is None or one is None or inner.place == one.place or one.text != inner.text:
            continue
        # In a called workflow `github` is that of the caller; what else an expression may name is its own.
        names = {name for name in _OWN if name in (inner.text or "")}
        if not names or inner.place.path == one.place.path:
            yield Hit(
                inner.place, {}, "group", (Related(one.place, "holds the group until this ends"),), equivalents=_GROUP
            )
            return
