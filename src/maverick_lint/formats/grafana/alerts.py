"""The alerts that Grafana is provisioned with (alerting/set-up/provision, read 2026-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.grafana.model import Query
from maverick_lint.formats.grafana.variables import read_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source


def alert_queries(source: Source, root: Node) -> Iterator[tuple[str, Query]]:
    """Yield the queries of alerts to a Prometheus, each with the title of its alert."""
    for group in _entries(root, "groups"):
        for rule in _entries(group, "rules"):
            title = rule.get("title")
            for data in _entries(rule, "data"):
                expr, kind = data.at("model", "expr"), data.at("model", "datasource", "type")
                uid = data.get("datasourceUid")
                is_prometheus = kind is not None and kind.raw == "prometheus"
                named = uid is not None and "prom" in uid.raw.lower() and kind is None
                if expr is not None and expr.text and (is_prometheus or named):
                    yield title.raw if title is not None else "", Query(source, expr, read_query(expr.raw))


def _entries(node: Node, key: str) -> Iterator[Node]:
    listed = node.get(key)
    return (entry for entry in (listed.items() if listed is not None else ()) if entry.is_map)
