"""github-workflow/self-repository."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_MOVED: Final = frozenset({"path", "repository", "ref"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each `./` that means a file of the repository."""
    model = document.model
    groups = [job.steps for job in model.jobs] if isinstance(model, Workflow) else [model.steps]
    nodes = [job.uses for job in model.jobs] if isinstance(model, Workflow) else []
    for steps in groups:
        # A checkout into a folder, or of something else, leaves open what lies there.
        moved = any(step.action == "actions/checkout" and _MOVED.intersection(step.inputs) for step in steps)
        nodes += [] if moved else [step.uses for step in steps]
    for node in nodes:
        if node is not None and node.raw.startswith("./"):
            yield Hit(node, {"uses": node.raw, "better": f"$/{node.raw[2:]}"})
