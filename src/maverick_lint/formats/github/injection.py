"""Expressions that put text of others into a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.taint import carried, is_outside
from maverick_lint.formats._actions_expr.tree import path_of
from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.commands import remote_scripts
from maverick_lint.formats.github.model import Action, Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Step

Origin = Literal["outside", "person", "caller"]
_HOPS: Final = 4
_HEAD_BRANCH: Final = "github.event.workflow_run.head_branch"
# Inputs whose values the workflow itself names, or that are no free text.
_CLOSED: Final = frozenset({"boolean", "number", "choice", "environment"})
# Actions with an input that is a program (their README files, 2026-11-24).
_PROGRAMS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "actions/github-script": "script",
        "addnab/docker-run-action": "run",
        "azure/cli": "inlinescript",
        "azure/powershell": "inlinescript",
        "devcontainers/ci": "runcmd",
        "jannekem/run-python-script-action": "script",
        "mikefarah/yq": "cmd",
        "nick-fields/retry": "command",
        "reactivecircus/android-emulator-runner": "script",
    },
)


@record
class Injection:
    """A context that a script is built with.

    span     where it stands in the script, or where the variable stands that brings it
    name     the context, as in `inputs.version`
    origin   "outside" when anybody may write its text, "person" for who starts the workflow by hand, "caller" for
             the input of an action or of a workflow that others call
    through  the variable of `env` that brings it, "" when it stands in the script itself
    """

    span: Span
    name: str
    origin: Origin
    through: str = ""


def injections(model: Workflow | Action) -> Iterator[tuple[Step, Injection]]:
    """Yield the free texts that the scripts of a workflow or of a composite action are built with."""
    free = _free_inputs(model)
    fixed = isinstance(model, Workflow) and _names_branches(model)
    if isinstance(model, Action):
        levels = [(step, [step.env]) for step in model.steps]
    else:
        levels = [(step, [step.env, job.env, model.env]) for job in model.jobs for step in job.steps]
    for step, env in levels:
        for node in scripts_of(step):
            if "${{" in node.raw:
                for found in _in_script(model, node, env, free):
                    if not (fixed and found.name.lower() == _HEAD_BRANCH):
                        yield step, found


def in_options(workflow: Workflow) -> Iterator[Injection]:
    """Yield the free texts that options of containers are built with, which Docker reads as its own."""
    free = _free_inputs(workflow)
    for job in workflow.jobs:
        services = job.node.get("services")
        containers = [job.container, *(services.pairs().values() if services is not None else ())]
        for container in containers:
            node = container.get("options") if container is not None and container.is_map else None
            if node is not None and "${{" in node.raw:
                yield from _in_script(workflow, node, [job.env, workflow.env], free)


def _names_branches(workflow: Workflow) -> bool:
    """Say whether the workflow runs only after workflows on branches that it names in full."""
    event = workflow.event("workflow_run")
    branches = event.listed("branches") if event is not None else ()
    return bool(branches) and not any(sign in name for name in branches for sign in "*?[+!")


def scripts_of(step: Step) -> tuple[Node, ...]:
    """Return the nodes of a step that hold a program: its script, and inputs of actions that run them."""
    if step.run is not None:
        return (step.run,)
    given = step.given(_PROGRAMS.rows[step.action]) if step.action in _PROGRAMS.rows else None
    return remote_scripts(step) if given is None or given.text is None else (given,)


def _free_inputs(model: Workflow | Action) -> dict[str, Origin]:
    """Return the inputs that may be any text, with who gives them."""
    if isinstance(model, Action):
        return {name.lower(): "caller" for name in model.inputs}
    free: dict[str, Origin] = {}
    for event in model.events:
        given = event.settings.get("inputs") if event.settings is not None else None
        if event.name not in ("workflow_dispatch", "workflow_call") or given is None:
            continue
        for name, node in given.pairs().items():
            kind = node.get("type")
            if kind is None or kind.text not in _CLOSED:
                by_hand = event.name == "workflow_dispatch" or free.get(name.lower()) == "person"
                free[name.lower()] = "person" if by_hand else "caller"
    return free


def _in_script(
    model: Workflow | Action, node: Node, env: list[Mapping[str, Node]], free: Mapping[str, Origin]
) -> Iterator[Injection]:
    inner = embedded(model.source, node)
    for start, end, name, origin, through in _carried(node.raw, env, free, 0):
        yield Injection(inner.outer(Span(start, end)), name, origin, through)


def _carried(
    text: str, env: list[Mapping[str, Node]], free: Mapping[str, Origin], hop: int
) -> Iterator[tuple[int, int, str, Origin, str]]:
    for part in parts(text):
        try:
            tree = parse(part.text)
        except ExpressionError:
            continue
        for one in carried(tree):
            start, end = part.inner + one.start, part.inner + one.end
            name = text[start:end]
            path = path_of(one)
            origin: Origin | None = "outside" if is_outside(one) else None if path is None else _giver(path, free)
            if origin is not None:
                yield start, end, name, origin, ""
            elif path is not None and path[0] == "env" and len(path) == 2 and hop < _HOPS:  # noqa: PLR2004 - env and a name
                value = _variable(path[1], env)
                for _, _, first, giver, _ in _carried(value, env, free, hop + 1) if value else ():
                    yield start, end, first, giver, name


def _giver(path: tuple[str, ...], free: Mapping[str, Origin]) -> Origin | None:
    if path[0] == "inputs":
        return free.get(path[1]) if len(path) == 2 else None  # noqa: PLR2004 - inputs and a name
    if path[:3] == ("github", "event", "inputs"):
        return free.get(path[3]) if len(path) == 4 else None  # noqa: PLR2004 - github, event, inputs and a name
    return "person" if path[:3] == ("github", "event", "client_payload") else None


def _variable(name: str, env: list[Mapping[str, Node]]) -> str:
    for level in env:
        for key, node in level.items():
            if key.lower() == name:
                return node.raw if node.is_scalar else ""
    return ""
