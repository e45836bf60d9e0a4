"""The typed view of a dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.grafana import definitions
from maverick_lint.formats.grafana.model import Dashboard, Panel, Query
from maverick_lint.formats.grafana.sources import is_prometheus, source_types
from maverick_lint.formats.grafana.variables import read_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_PANELS: Final = 5_000


def read(source: Source, root: Node) -> Dashboard:
    """Return the typed view of a dashboard, or of what Grafana's interface wraps one in."""
    inner = root.get("dashboard")
    root = inner if inner is not None and inner.is_map and root.get("panels") is None else root
    types = source_types(root)
    panels = []
    for node in _panels(root):
        queries = tuple(_queries(source, node, types))
        panels.append(Panel(_text(node.get("title")), node, queries))
    return Dashboard(root, _text(root.get("title")), tuple(panels), tuple(definitions.read(source, root, types)))


def _text(node: Node | None) -> str:
    return (node.text or "") if node is not None else ""


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items()


def _panels(root: Node) -> Iterator[Node]:
    """Yield every panel; rows hold panels, in old dashboards at the top and in new ones among the panels."""
    waiting = [*reversed(_items(root.get("rows"))), *reversed(_items(root.get("panels")))]
    count = 0
    while waiting and count < _PANELS:
        node = waiting.pop()
        if node.is_map:
            count += 1
            yield node
            waiting.extend(reversed(_items(node.get("panels"))))


def _queries(source: Source, panel: Node, types: dict[str, str]) -> Iterator[Query]:
    general = is_prometheus(panel.get("datasource"), types)
    for target in _items(panel.get("targets")):
        expr = target.get("expr")
        own = is_prometheus(target.get("datasource"), types)
        if expr is not None and expr.text and (general if own is None else own):
            yield Query(source, expr, read_query(expr.raw))
