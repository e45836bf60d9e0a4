"""github-workflow/obfuscation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import everywhere
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr import evaluate
from maverick_lint.formats._actions_expr.tree import Binary, Call, Literal, Member, Not, path_of
from maverick_lint.formats._actions_expr.values import Unknown, text_of
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.model import Action

_STATUS: Final = frozenset({"always", "success", "failure", "cancelled", "hashfiles"})
_LONGEST: Final = 60


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each path with detours, and for each expression that could be its value."""
    yield from _paths(document.model)
    for one in everywhere(document.model, ""):
        if one.node.key is not None and one.node.key.raw == "if":
            continue  # the rule on constant conditions speaks of these
        for part in _outermost(one.tree):
            value = evaluate(part, {})
            if not isinstance(value, Unknown | dict | list):
                shown = text_of(value) if len(text_of(value)) <= _LONGEST else "its value"
                yield Hit(one.span(part), {"text": one.text(part), "value": shown})
            else:
                yield Hit(one.span(part), {"text": one.text(part)}, "computed")


def _paths(model: Workflow | Action) -> Iterator[Hit]:
    nodes = [step.uses for step in model.steps]
    if isinstance(model, Workflow):
        nodes += [job.uses for job in model.jobs]
    for node in nodes:
        if node is None or node.raw.startswith("docker://") or "{{" in node.raw:
            continue
        path = node.raw.partition("@")[0]
        parts = path.split("/")
        first = 1 if parts[0] in (".", "$") else 0
        if any(part in (".", "..", "") for part in parts[first:-1]) or (
            len(parts) > 1 + first and parts[-1] in (".", "..")
        ):
            yield Hit(node, {"uses": node.raw}, "path")


def _outermost(tree: Expression) -> Iterator[Expression]:
    """Yield the largest parts that are constant: more than a literal, or a literal that is all there is."""
    stack = [tree]
    while stack:
        part = stack.pop()
        if isinstance(part, Literal):
            # Braces of a template language can be written in no other way.
            if part is tree and "{{" not in text_of(part.value) and "}}" not in text_of(part.value):
                yield part
            continue
        computed = isinstance(part, Member) and isinstance(part.key, Call | Binary) and path_of(part.of) is not None
        if computed and isinstance(part, Member) and not _is_constant(part.key):
            continue
        if _is_constant(part) or computed:
            yield part
        elif isinstance(part, Member):
            stack.extend(child for child in (part.key, part.of) if child is not None)
        elif isinstance(part, Call):
            stack.extend(reversed(part.arguments))
        elif isinstance(part, Not):
            stack.append(part.operand)
        elif isinstance(part, Binary):
            stack.extend((part.right, part.left))


def _is_constant(part: Expression | None) -> bool:
    """Say whether a part is made of literals alone; `fromJSON` of a text is how a list is written."""
    if isinstance(part, Call):
        name = part.name.lower()
        return name not in _STATUS and name != "fromjson" and all(map(_holds_no_context, part.arguments))
    if isinstance(part, Binary):
        return _holds_no_context(part.left) and _holds_no_context(part.right)
    return isinstance(part, Not) and _holds_no_context(part.operand)


def _holds_no_context(part: Expression) -> bool:
    return isinstance(part, Literal) or _is_constant(part)
