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
            called = known.get(target(root, job.uses)) if job.uses.startswith(("./", "$/")) else None
            if called is not None and any(one.event == "workflow_call" for one in called.triggers):
                yield from _call(job, called)


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
