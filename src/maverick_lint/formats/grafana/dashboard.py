"""The typed view of a dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.grafana.model import Dashboard, Panel, Query
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
    prometheus = frozenset(_prometheus_names(root))
    panels = []
    for node in _panels(root):
        queries = tuple(_queries(source, node, prometheus))
        panels.append(Panel(_text(node.get("title")), node, queries))
    return Dashboard(root, _text(root.get("title")), tuple(panels))


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


def _prometheus_names(root: Node) -> Iterator[str]:
    """Yield the names of inputs and variables that stand for a Prometheus."""
    for entry in _items(root.get("__inputs")):
        if _text(entry.get("pluginId")) == "prometheus":
            yield _text(entry.get("name"))
    templating = root.get("templating")
    for entry in _items(templating.get("list") if templating is not None else None):
        if _text(entry.get("type")) == "datasource" and _text(entry.get("query")) == "prometheus":
            yield _text(entry.get("name"))


def _queries(source: Source, panel: Node, prometheus: frozenset[str]) -> Iterator[Query]:
    general = _is_prometheus(panel.get("datasource"), prometheus)
    for target in _items(panel.get("targets")):
        expr = target.get("expr")
        own = _is_prometheus(target.get("datasource"), prometheus)
        if expr is not None and expr.text and (general if own is None else own):
            yield Query(source, expr, read_query(expr.raw))


def _is_prometheus(node: Node | None, names: frozenset[str]) -> bool | None:
    """Say whether a panel's or target's data source is a Prometheus; None when it does not say."""
    if node is None or (node.is_scalar and node.value is None):
        return None
    if node.is_map:
        kind = node.get("type")
        if kind is not None and kind.text:
            return kind.raw == "prometheus"
        return _is_prometheus(node.get("uid"), names)
    name = _text(node)
    return name.strip("${}") in names or "prometheus" in name.lower()
