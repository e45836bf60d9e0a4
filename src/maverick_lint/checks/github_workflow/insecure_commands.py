"""github-workflow/insecure-commands."""

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
    """Yield a hit for each place that switches insecure workflow commands on."""
    model = document.model
    levels = [step.env for step in model.steps]
    if isinstance(model, Workflow):
        levels += [model.env, *(job.env for job in model.jobs)]
    for env in levels:
        node = env.get("ACTIONS_ALLOW_UNSECURE_COMMANDS")
        if node is not None and node.raw.lower() not in ("", "false", "0"):
            yield Hit(node.key or node, {})
