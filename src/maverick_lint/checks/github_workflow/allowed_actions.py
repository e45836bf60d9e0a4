"""github-workflow/allowed-actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:
    """Yield a hit for each action or called workflow that the lists in the settings rule out."""
    allowed, denied = options["allow"], options["deny"]
    if not allowed and not denied:
        return
    nodes = [step.uses for step in document.model.steps]
    if isinstance(document.model, Workflow):
        nodes += [job.uses for job in document.model.jobs]
    for node in nodes:
        if node is None or node.raw.startswith((".", "$")) or "{{" in node.raw:
            continue
        name = node.raw.partition("@")[0].lower()
        pattern = next((one for one in denied if matches(one.lower(), name)), None)
        if pattern is not None:
            yield Hit(node, {"name": name, "pattern": pattern}, "denied")
        elif allowed and not any(matches(one.lower(), name) for one in allowed):
            yield Hit(node, {"name": name})
