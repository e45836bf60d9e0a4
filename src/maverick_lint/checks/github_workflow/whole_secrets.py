"""github-workflow/whole-secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._expressions import everywhere
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Call, Literal, Member, Name, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each expression that needs all secrets, or that takes one apart."""
    for one in everywhere(document.model, "secrets"):
        for part in one.parts:
            if isinstance(part, Call):
                for argument in part.arguments:
                    if _is_secrets(argument):
                        yield Hit(one.span(part), {"text": one.text(part)})
                    elif part.name.lower() == "fromjson" and (path_of(argument) or ("",))[0] == "secrets":
                        yield Hit(one.span(part), {"text": one.text(part)}, "part")
            elif isinstance(part, Member) and _is_secrets(part.of) and not isinstance(part.key, Literal):
                yield Hit(one.span(part), {"text": one.text(part)}, "computed")


def _is_secrets(part: Expression) -> bool:
    return isinstance(part, Name) and part.name.lower() == "secrets"
