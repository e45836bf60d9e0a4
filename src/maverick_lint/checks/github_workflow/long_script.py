"""github-workflow/long-script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:
    """Yield a hit for each script with more lines than the settings allow; empty lines and comments do not count."""
    for step in document.model.steps:
        if step.run is None:
            continue
        lines = sum(1 for line in step.run.raw.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        if lines > options["most"]:
            yield Hit(step.run.key or step.run, {"lines": lines, "most": options["most"]})
