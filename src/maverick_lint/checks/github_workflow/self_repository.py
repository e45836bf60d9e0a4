"""github-workflow/self-repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each `./` that means a file of the repository."""
    model = document.model
    nodes = [step.uses for step in model.steps]
    if isinstance(model, Workflow):
        nodes += [job.uses for job in model.jobs]
    for node in nodes:
        if node is not None and node.raw.startswith("./"):
            yield Hit(node, {"uses": node.raw, "better": f"$/{node.raw[2:]}"})
