"""github-workflow/event-name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import in_texts
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Binary, Literal, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_PATH: Final = ("github", "event_name")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each comparison of the event with one that never starts the workflow."""
    model = document.model
    events = {event.name.lower() for event in model.events}
    # A called workflow sees the event of its caller.
    if not events or "workflow_call" in events or any("{{" in event for event in events):
        return
    for found in in_texts(document.source, model.texts, "event_name"):
        for part in found.parts:
            if not isinstance(part, Binary) or part.operator not in ("==", "!="):
                continue
            for side, other in ((part.left, part.right), (part.right, part.left)):
                if path_of(side) == _PATH and isinstance(other, Literal) and str(other.value).lower() not in events:
                    listed = ", ".join(f"`{event.name}`" for event in model.events)
                    values = {"event": str(other.value), "events": listed}
                    yield Hit(found.span(other), values | {"value": "false" if part.operator == "==" else "true"})
