"""github-workflow/partial-name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import conditions, in_condition
from maverick_lint.checks.github_workflow._words import ACCOUNTS, REPOSITORIES
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Call, Literal, Member, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_TESTS: Final = frozenset({"startswith", "endswith", "contains"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each test of an account or a repository by a part of its name."""
    for one in (found for node in conditions(document.model) for found in in_condition(document.source, node)):
        for part in one.parts:
            if not isinstance(part, Call) or part.name.lower() not in _TESTS or len(part.arguments) != 2:  # noqa: PLR2004 - where and what
                continue
            where, what = part.arguments
            path = ".".join(path_of(where) or ()) if isinstance(where, Member) else ""
            if (
                isinstance(what, Literal)
                and isinstance(what.value, str)
                and _is_part(part.name.lower(), path, what.value)
            ):
                yield Hit(one.span(part), {"name": one.text(where), "part": what.value})


def _is_part(test: str, path: str, text: str) -> bool:
    """Say whether others can have a name with that part; only GitHub gives names with `[bot]`."""
    if path in ACCOUNTS:
        return not text.lower().endswith("[bot]") and text != ""
    # `owner/` at the start is the whole name of the owner.
    return path in REPOSITORIES and text != "" and not (test == "startswith" and text.endswith("/"))
