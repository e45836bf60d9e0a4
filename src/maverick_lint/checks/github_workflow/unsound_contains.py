"""github-workflow/unsound-contains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._expressions import everywhere
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Call, Literal, Member, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each `contains` that looks for a context in a fixed text."""
    for one in everywhere(document.model, "contains"):
        for part in one.parts:
            if not isinstance(part, Call) or part.name.lower() != "contains" or len(part.arguments) != 2:  # noqa: PLR2004 - where and what
                continue
            where, what = part.arguments
            if isinstance(where, Literal) and isinstance(where.value, str) and isinstance(what, Member | Name):
                words = [word for word in where.value.replace(",", " ").split() if word]
                if words:
                    values = {"what": one.text(what), "list": ", ".join(f'"{word}"' for word in words)}
                    yield Hit(one.span(where), values)
