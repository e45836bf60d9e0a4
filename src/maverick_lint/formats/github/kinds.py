"""What kind of value a context holds: a text, a number, a boolean, a list, an object.

Source: docs.github.com, "Contexts reference" (2026-11-24); of the payloads of events: payloads.json.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.formats.github.language import context_names
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Action, Job

Kind = Literal["text", "number", "boolean", "list", "object", "word", ""]
# "word" is a text, a number or a boolean; "" is unknown.
SCALARS: Final = frozenset({"text", "number", "boolean", "word"})
_INPUTS: Final[dict[str, Kind]] = {"boolean": "boolean", "number": "number"}
_STRATEGY: Final[dict[str, Kind]] = {
    "fail-fast": "boolean", "job-index": "number", "job-total": "number", "max-parallel": "number",
}  # fmt: skip
_OF_PAYLOAD: Final[dict[str, Kind]] = {"f": "word", "s": "text", "a": "text", "{": "object", "[": "list"}


class Kinds:
    """The kinds of the contexts of a workflow or a composite action."""

    def __init__(self, model: Workflow | Action) -> None:
        """Take the file."""
        self._events = (
            tuple(event.name for event in model.events) if isinstance(model, Workflow) else ("workflow_call",)
        )
        self._inputs = _inputs(model)
        self._known: dict[tuple[str, ...], Kind] = {}

    def of(self, path: Sequence[str], job: Job | None) -> Kind:
        """Return the kind of a context such as `("needs", "build", "result")`, names in lower case; it is kept."""
        key = (*path, job.id if job is not None else "")
        if key not in self._known:
            self._known[key] = self._of(path, job)
        return self._known[key]

    def _of(self, path: Sequence[str], job: Job | None) -> Kind:  # noqa: PLR0911 - a context each
        context, names = path[0], path[1:]
        if "*" in names:
            return ""
        if not names:
            return "object" if context in context_names() else ""
        if context == "github":
            return self._github(names)
        if context in ("env", "vars", "secrets", "runner") and len(names) == 1:
            return "text"
        if context == "inputs" and len(names) == 1:
            return self._inputs.get(names[0], "")
        if context == "strategy" and len(names) == 1:
            return _STRATEGY.get(names[0], "")
        if context in ("needs", "steps", "jobs"):
            return _of_job(names)
        if context == "matrix":
            return _of_matrix(names, job)
        return ""

    def _github(self, names: Sequence[str]) -> Kind:
        if names[0] != "event":
            return "text" if len(names) == 1 else ""
        if names[:2] == ("event", "inputs"):
            return ("object", "text", "")[min(len(names) - 2, 2)]
        if len(names) == 1:
            return "object"
        from maverick_lint.formats.github.payloads import kind_under  # few workflows read their event

        known = "workflow_call" not in self._events and self._events
        return _OF_PAYLOAD.get(kind_under(self._events, names[1:]) or "", "") if known else ""


def _of_job(names: Sequence[str]) -> Kind:
    if len(names) == 1 or (len(names) == 2 and names[1] == "outputs"):  # noqa: PLR2004 - an id, and what is asked of it
        return "object"
    return "text" if len(names) == 2 + (names[1] == "outputs") else ""


def _of_matrix(names: Sequence[str], job: Job | None) -> Kind:
    matrix = None if job is None else job.matrix
    if matrix is None or not matrix.is_map or len(names) != 1:
        return ""
    include, rows = matrix.get("include"), []
    if include is not None and not include.is_list:
        return ""
    for key, row in matrix.pairs().items():
        if key.lower() == names[0] and key not in ("include", "exclude"):
            if not row.is_list:
                return ""
            rows += row.items()
    for item in include.items() if include is not None else ():
        if not item.is_map:
            return ""
        rows += [node for key, node in item.pairs().items() if key.lower() == names[0]]
    return _joined(rows)


def _joined(nodes: Iterable[Node]) -> Kind:
    kinds = {_of_node(node) for node in nodes}
    if "" in kinds or not kinds:
        return ""
    if len(kinds) == 1:
        return kinds.pop()
    return "word" if kinds <= SCALARS else ""


def _of_node(node: Node) -> Kind:
    if not node.is_scalar:
        return "object" if node.is_map else "list"
    if "${{" in node.raw or node.value is None:
        return ""
    if isinstance(node.value, bool):
        return "boolean"
    return "number" if isinstance(node.value, int | float) else "text"


def _inputs(model: Workflow | Action) -> dict[str, Kind]:
    """Return the kinds of the inputs; those that two events give differently are unknown."""
    if not isinstance(model, Workflow):
        return dict.fromkeys((name.lower() for name in model.inputs), "text")
    found: dict[str, Kind] = {}
    for event in model.events:
        given = event.settings.get("inputs") if event.settings is not None else None
        if event.name not in ("workflow_dispatch", "workflow_call") or given is None:
            continue
        for name, node in given.pairs().items():
            kind = node.get("type")
            if kind is not None and "{{" in kind.raw:
                continue
            own: Kind = "text" if kind is None else _INPUTS.get(kind.raw, "text")
            found[name.lower()] = own if found.get(name.lower(), own) == own else ""
    return found
