"""What starts a workflow, what it or a job may do, and what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Setting, Trigger
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Event

FILTERS: Final = ("paths", "paths-ignore")
_ALL: Final = {"read-all": "read", "write-all": "write"}


def rights_of(given: Node | None) -> Mapping[str, str] | None:
    """Return what `permissions` gives, by scope ("*" for all of them); None where it is not given in plain text."""
    if given is None or given.is_list:
        return None
    if given.is_scalar:
        return {"*": _ALL[given.raw]} if given.raw in _ALL else None
    rights = {scope: node.raw for scope, node in given.pairs().items()}
    return None if any("{{" in text for pair in rights.items() for text in pair) else rights


def group_of(source: Source, holder: Node) -> Setting | None:
    """Return the group of a workflow's or a job's `concurrency`, which may be given alone, without blanks."""
    given = holder.get("concurrency")
    node = given.get("group") if given is not None and given.is_map else given
    if node is None or not node.text:
        return None
    return Setting("group", "".join(node.raw.split()).lower(), Place(source.path, node.span))


def trigger_of(source: Source, event: Event) -> Trigger:
    """Return what an event states; places lie in `source`."""
    return Trigger(
        event.name,
        Place(source.path, event.node.span),
        types=event.listed("types"),
        branches=event.listed("branches"),
        filtered=event.gives(*FILTERS),
        paths=event.listed("paths"),
        paths_ignored=event.listed("paths-ignore"),
        workflows=_started_after(source, event),
        patterns=_patterns(source, event),
    )


def _patterns(source: Source, event: Event) -> tuple[Setting, ...]:
    given = None if event.settings is None else event.settings.get("paths")
    nodes = () if given is None else given.items() if given.is_list else [given]
    return tuple(Setting("paths", node.text, Place(source.path, node.span)) for node in nodes)


def _started_after(source: Source, event: Event) -> tuple[Setting, ...]:
    given = event.settings.get("workflows") if event.name == "workflow_run" and event.settings is not None else None
    nodes = () if given is None else given.items() if given.is_list else [given]
    return tuple(Setting("", node.text, Place(source.path, node.span)) for node in nodes if node.text is not None)
