"""github-workflow/template-injection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._injection import hit
from maverick_lint.formats.github.injection import in_options, injections
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Hit
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each text of outsiders, or of who starts the workflow, that becomes a part of a script."""
    for _, found in injections(document.model):
        if found.origin != "caller":
            yield hit(found, "outside" if found.origin == "outside" else "")
    for found in in_options(document.model) if isinstance(document.model, Workflow) else ():
        if found.origin == "outside":
            yield hit(found, "options")
