"""github-workflow/event-filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Event, Workflow

_PAIRS: Final = ("branches", "tags", "paths")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for filters that exclude each other, that only exclude, or that must be there and are not."""
    for event in document.model.events:
        if event.name == "workflow_run" and not event.listed("workflows") and not event.gives("workflows"):
            yield Hit(event.node, {"event": event.name, "key": "workflows"}, "missing")
        if event.name == "schedule" and event.settings is None:
            yield Hit(event.node, {"event": event.name, "key": "cron"}, "missing")
        for key in _PAIRS if event.settings is not None else ():
            yield from _filters(event, key)


def _filters(event: Event, key: str) -> Iterator[Hit]:
    settings = event.settings
    kept = None if settings is None else settings.get(key)
    left = None if settings is None else settings.get(f"{key}-ignore")
    if kept is not None and left is not None:
        at = left.key or left
        yield Hit(at, {"event": event.name, "key": key}, related=(Related(kept.key or kept, "the other filter"),))
    patterns = event.listed(key)
    if kept is not None and patterns and all(pattern.startswith("!") for pattern in patterns):
        yield Hit(kept.key or kept, {"event": event.name, "key": key}, "only")
