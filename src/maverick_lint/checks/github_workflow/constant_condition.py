"""github-workflow/constant-condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import conditions, in_condition
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr import evaluate, parts, truth
from maverick_lint.formats._actions_expr.tree import Call, Literal, Name, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.model import Action, Workflow

_PURE: Final = frozenset({"contains", "startswith", "endswith", "format", "join", "tojson", "fromjson", "case"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each condition that is always true, or whose value is known before any run."""
    model = document.model
    for node in conditions(model):
        if "{%" in node.raw or ("{{" in node.raw and "${{" not in node.raw):
            continue
        found = parts(node.raw)
        if found and found[-1].closed:
            around = node.raw[: found[0].start] + node.raw[found[-1].end :]
            if len(found) > 1 or around.strip():
                yield Hit(node, {"text": " ".join(node.raw.split())})
                continue
            if around.strip(" "):
                yield Hit(node, {}, "break")
                continue
        for one in in_condition(model.source, node):
            known = truth(evaluate(one.tree, {})) if _is_constant(one.tree) else None
            if known is not None:
                plain = isinstance(one.tree, Literal)
                values = {"text": one.text(one.tree), "value": "true" if known else "false"}
                yield Hit(one.span(one.tree), values, "constant", level="note" if plain else "")


def _is_constant(tree: Expression) -> bool:
    return not any(
        isinstance(part, Name) or (isinstance(part, Call) and part.name.lower() not in _PURE) for part in walk(tree)
    )
