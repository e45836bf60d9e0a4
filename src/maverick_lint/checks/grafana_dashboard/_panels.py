"""Panels that show the result of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Span
    from maverick_lint.formats.grafana.model import Dashboard, Panel

_TEXTS: Final = frozenset({"row", "text", "dashlist", "news", "welcome", "alertlist", "annolist"})


def queried(model: Dashboard) -> Iterator[Panel]:
    """Yield the panels that have queries of their own, to whatever source."""
    for panel in model.panels:
        targets = panel.node.get("targets")
        own = targets is not None and bool(targets.items()) and panel.node.get("libraryPanel") is None
        if own and kind(panel) not in _TEXTS:
            yield panel


def kind(panel: Panel) -> str:
    """Return the type of a panel ("timeseries"), "" when it has none."""
    node = panel.node.get("type")
    return (node.text or "") if node is not None else ""


def head(panel: Panel) -> Span:
    """Return the span of what names a panel: its title, its type, or its first key."""
    node = panel.node.get("type")
    if panel.title.strip() and (title := panel.node.get("title")) is not None:
        return title.span
    if node is not None:
        return node.key_span()
    return panel.node.children[0][0].span if panel.node.children and panel.node.children[0][0] else panel.node.span
