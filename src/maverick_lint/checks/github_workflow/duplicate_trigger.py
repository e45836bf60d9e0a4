"""github-workflow/duplicate-trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit when a commit of a pull request within the repository starts the workflow twice."""
    push, change = document.model.event("push"), document.model.event("pull_request")
    if push is None or change is None:
        return
    if push.gives("tags") and not push.gives("branches", "branches-ignore"):
        return
    branches = push.listed("branches")
    if push.gives("branches") and not any(name in ("*", "**") for name in branches):
        return
    types = change.listed("types")
    if types and "synchronize" not in types:
        return
    yield Hit(push.node, {})
