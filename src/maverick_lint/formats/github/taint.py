"""How free the value of an expression is, and who chooses it, followed through jobs, steps, variables and inputs.

Source of what the properties hold: docs.github.com, "Contexts reference" and "Script injections" (2026-11-24); of the
payloads of events: payloads.json.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.core.record import record
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.taint import carried, is_outside
from maverick_lint.formats._actions_expr.tree import path_of
from maverick_lint.formats.github.model import Workflow
from maverick_lint.formats.github.payloads import kind_under

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.formats._actions_expr.tree import Expression, Member, Name
    from maverick_lint.formats.github.model import Action, Job, Step

Capability = Literal["fixed", "structured", "arbitrary"]
Origin = Literal["", "run", "caller", "person", "outside"]
_CAPABILITIES: Final = ("fixed", "structured", "arbitrary")
_ORIGINS: Final = ("", "run", "caller", "person", "outside")
_HOPS: Final = 8
# `steps.id.outputs.name` and `needs.id.outputs.name` have so many parts.
_OUTPUT: Final = 4
_OF_KIND: Final[dict[str, Capability]] = {
    "f": "fixed",
    "s": "structured",
    "a": "arbitrary",
    "?": "arbitrary",
    "{": "arbitrary",
    "[": "arbitrary",
}
# Properties of `github` that may be any text: names of branches and tags, and objects that hold one.
_ARBITRARY: Final = frozenset({"ref", "ref_name", "base_ref", "head_ref", "event", "workflow_ref", "job_workflow_ref"})
_STRUCTURED: Final = frozenset({
    "actor", "triggering_actor", "repository", "repository_owner", "repositoryurl", "action_repository", "action_ref",
    "action", "job", "workflow", "server_url", "api_url", "graphql_url",
})  # fmt: skip
# Kinds of inputs whose values are known words or numbers.
_CLOSED: Final = frozenset({"boolean", "number", "choice", "environment"})
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w*)")
_COMPUTED: Final = re.compile(r"\$\(|`|\$\{?[A-Za-z_0-9@*#]")


@record
class Taint:
    """How free a value is, and who chooses it.

    capability  "fixed" for constants, numbers, commits, words of GitHub's own; "structured" for logins, addresses and
                names of few signs; "arbitrary" for any text
    origin      who chooses an arbitrary text: "outside" anybody, "person" who starts the workflow by hand, "caller" who
                calls it, "run" for what the run itself finds (a step, a setting, a branch), "" nobody
    name        the context that it comes from first, as in `github.event.issue.title`
    """

    capability: Capability = "fixed"
    origin: Origin = ""
    name: str = ""

    def rank(self) -> tuple[int, int]:
        """Return what orders taints, the freest and the furthest from outside last."""
        return _CAPABILITIES.index(self.capability), _ORIGINS.index(self.origin)


FIXED: Final = Taint()


def worst(taints: Iterable[Taint]) -> Taint:
    """Return the freest of some taints, FIXED of none."""
    return max(taints, key=Taint.rank, default=FIXED)


class Flow:
    """The values of one workflow or composite action; answers are kept."""

    def __init__(self, model: Workflow | Action) -> None:
        """Take the file."""
        self._model = model
        self._jobs = {job.id.lower(): job for job in model.jobs} if isinstance(model, Workflow) else {}
        self._events = tuple(event.name for event in model.events) if isinstance(model, Workflow) else ()
        self._inputs = _inputs(model)
        self._known: dict[tuple[tuple[str, ...], int, int], Taint] = {}

    def of(self, expression: Expression, job: Job | None, step: Step | None, hop: int = 0) -> Taint:
        """Return the taint of an expression in a step, a job (`step` None) or outside of jobs (both None)."""
        return worst(self.context(one, job, step, hop) for one in carried(expression))

    def of_text(self, text: str, job: Job | None, step: Step | None, hop: int = 0) -> Taint:
        """Return the taint of a text with expressions in it."""
        found = []
        for part in parts(text):
            try:
                found.append(self.of(parse(part.text), job, step, hop))
            except ExpressionError:
                continue
        return worst(found)

    def context(self, one: Member | Name, job: Job | None, step: Step | None, hop: int = 0) -> Taint:
        """Return the taint of a context such as `needs.build.outputs.title`."""
        path = path_of(one)
        if path is None:
            return Taint("arbitrary", "run")
        name = ".".join(path)
        if is_outside(one):
            return Taint("arbitrary", "outside", name)
        key = (path, id(job), id(step))
        if key not in self._known:
            # What asks for itself in a circle is fixed until it is known.
            self._known[key] = FIXED
            self._known[key] = self._of_path(path, job, step, hop) if hop < _HOPS else Taint("arbitrary", "run", name)
        return self._known[key]

    def _of_path(self, path: tuple[str, ...], job: Job | None, step: Step | None, hop: int) -> Taint:  # noqa: PLR0911 - a context each
        context, name = path[0], ".".join(path)
        if context == "github":
            return self._github(path[1:], name)
        if context == "inputs":
            return self._inputs.get(path[1], FIXED) if len(path) > 1 else worst(self._inputs.values())
        if context == "env":
            return self._variable(path[1] if len(path) > 1 else "", job, step, hop)
        if context == "matrix":
            return self._matrix(path[1:], job, hop)
        if context == "steps" and path[2:3] == ("outputs",):
            steps = job.steps if job is not None else self._model.steps
            made = next((one for one in steps if one.id is not None and one.id.raw.lower() == path[1]), None)
            return (
                Taint("arbitrary", "run", name)
                if made is None or len(path) < _OUTPUT
                else self._output(path, made, job, hop)
            )
        if context == "needs" and path[2:3] == ("outputs",):
            return self._need(path, hop)
        return Taint("arbitrary", "run", name) if context in ("vars", "secrets") else FIXED

    def _github(self, path: tuple[str, ...], name: str) -> Taint:
        if path[:2] == ("event", "inputs"):
            return self._inputs.get(path[2], FIXED) if len(path) > 2 else worst(self._inputs.values())  # noqa: PLR2004 - event, inputs, name
        if path[:2] == ("event", "client_payload"):
            return Taint("arbitrary", "person", name)
        if path[:1] == ("event",) and len(path) > 1:
            kind = kind_under(self._events, path[1:]) or "a"
            capability = _OF_KIND[kind]
            return Taint(capability, "run" if capability == "arbitrary" else "", name)
        if not path or path[0] in _ARBITRARY:
            return Taint("arbitrary", "run", name)
        return Taint("structured" if path[0] in _STRUCTURED else "fixed", "", name)

    def _variable(self, name: str, job: Job | None, step: Step | None, hop: int) -> Taint:
        levels = [one.env for one in (step, job) if one is not None]
        levels += [self._model.env] if isinstance(self._model, Workflow) else []
        for at, level in enumerate(levels):
            for key, node in level.items():
                if key.lower() == name and node.is_scalar:
                    # A variable speaks of those around it, not of itself.
                    outer = (job, None) if at == 0 and step is not None else (None, None)
                    same = step if f"env.{name}" not in node.raw.lower() else outer[1]
                    return self.of_text(node.raw, job, same, hop + 1)
        return Taint("arbitrary", "run", f"env.{name}")

    def _matrix(self, path: tuple[str, ...], job: Job | None, hop: int) -> Taint:
        matrix = None if job is None else job.matrix
        if matrix is None:
            return FIXED
        if matrix.is_scalar:
            return self.of_text(matrix.raw, job, None, hop + 1)
        include = matrix.get("include")
        rows: list[Node] = [node for key, node in matrix.pairs().items() if path[:1] in ((), (key.lower(),))]
        if include is not None and include.is_scalar:
            rows.append(include)
        for item in include.items() if include is not None and include.is_list else ():
            rows += (
                [node for key, node in item.pairs().items() if path[:1] in ((), (key.lower(),))]
                if item.is_map
                else [item]
            )
        texts = [node.raw for row in rows for node in row.walk() if node.is_scalar and "${{" in node.raw]
        return worst(self.of_text(text, job, None, hop + 1) for text in texts)

    def _need(self, path: tuple[str, ...], hop: int) -> Taint:
        job, name = self._jobs.get(path[1]), ".".join(path)
        outputs = None if job is None or job.uses is not None else job.node.get("outputs")
        if job is None or outputs is None:
            return Taint("arbitrary", "run", name)
        nodes = [node for key, node in outputs.pairs().items() if len(path) < _OUTPUT or key.lower() == path[3]]
        return worst(self.of_text(node.raw, job, None, hop + 1) for node in nodes if node.is_scalar)

    def _output(self, path: tuple[str, ...], made: Step, job: Job | None, hop: int) -> Taint:
        """Return the taint of what a step's script writes to GITHUB_OUTPUT under a name."""
        unknown = Taint("arbitrary", "run", ".".join(path))
        if made.run is None:
            return FIXED if path[3] in ("cache-hit", "cache-matched-key") else unknown
        setting = re.compile(rf"\b{re.escape(path[3])}=(.*)", re.IGNORECASE)
        values = [found.group(1) for line in made.run.raw.splitlines() if (found := setting.search(line)) is not None]
        if not values:
            return unknown
        return worst(self._written(value, made, job, hop, unknown) for value in values)

    def _written(self, value: str, made: Step, job: Job | None, hop: int, unknown: Taint) -> Taint:
        found = [self.of_text(value, job, made, hop + 1)]
        plain = re.sub(r"\$\{\{.*?\}\}", "", value).partition(">>")[0]
        names = _VARIABLE.findall(plain)
        if _COMPUTED.search(plain) is not None and (not names or "$(" in plain or "`" in plain):
            found.append(unknown)
        for name in names:
            given = self._variable(name.lower(), job, made, hop + 1)
            found.append(given if given.name != f"env.{name.lower()}" else unknown)
        return worst(found)


def _inputs(model: Workflow | Action) -> Mapping[str, Taint]:
    """Return the taints of the inputs by name."""
    if not isinstance(model, Workflow):
        return {name.lower(): Taint("arbitrary", "caller", f"inputs.{name.lower()}") for name in model.inputs}
    found: dict[str, Taint] = {}
    for event in model.events:
        given = event.settings.get("inputs") if event.settings is not None else None
        if event.name not in ("workflow_dispatch", "workflow_call") or given is None:
            continue
        origin: Origin = "person" if event.name == "workflow_dispatch" else "caller"
        for name, node in given.pairs().items():
            kind = node.get("type")
            closed = kind is not None and kind.text in _CLOSED
            taint = FIXED if closed else Taint("arbitrary", origin, f"inputs.{name.lower()}")
            found[name.lower()] = worst((found.get(name.lower(), FIXED), taint))
    return found
