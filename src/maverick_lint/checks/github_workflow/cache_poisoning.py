"""github-workflow/cache-poisoning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._caches import publishes, restores
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each cache that a publishing workflow builds with."""
    if not publishes(document.model):
        return
    for step in document.model.steps:
        if step.uses is not None and restores(step):
            yield Hit(step.uses, {"action": step.action})
