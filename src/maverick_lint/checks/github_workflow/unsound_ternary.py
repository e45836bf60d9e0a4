"""github-workflow/unsound-ternary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._expressions import everywhere
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Binary, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each `a && b || c` whose `b` counts as false, so that it is `c` always."""
    for one in everywhere(document.model, "||"):
        for part in one.parts:
            if isinstance(part, Binary) and part.operator == "||" and isinstance(part.left, Binary):
                middle = part.left.right
                # `a && false || b` in an `if` is a plain condition; as a value it is meant as "if a then false".
                if part.left.operator != "&&" or not isinstance(middle, Literal) or middle.value:
                    continue
                values = {"middle": one.text(middle), "test": one.text(part.left.left), "last": one.text(part.right)}
                yield Hit(one.span(middle), values)
