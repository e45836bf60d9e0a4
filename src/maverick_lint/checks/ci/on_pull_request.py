"""Some pipeline runs for pull or merge requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.ci._home import home
from maverick_lint.core.finding import Hit
from maverick_lint.stack.pipelines import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit where pipelines are, and none runs for a change that is proposed."""
    model = joined(stack)
    if not model.complete or model.on_change or model.home is None:
        return
    trigger = next(iter(model.home.triggers), None)
    events = sorted({trigger.event for pipeline in model.pipelines for trigger in pipeline.triggers})
    case = "gitlab" if model.home.system == "gitlab" else ""
    place = home(stack) if trigger is None else trigger.place
    yield Hit(place, {"events": ", ".join(f"`{event}`" for event in events) or "no event"}, case)
