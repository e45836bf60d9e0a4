"""Which queries of a dashboard go to a Prometheus, in every spelling of a data source.

A panel, a query or a variable names its source by an object with a type and a uid, by a name (dashboards before
Grafana 8.3), or by a variable or an input in the place of either (dashboards/json-model of Grafana 12, read 2026-11).
One that names none has the default source, which is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.node import Node

# The clouds' own plug-ins speak PromQL too; that of VictoriaMetrics speaks more than it.
_TYPES: Final = frozenset({"prometheus", "grafana-amazonprometheus-datasource", "grafana-azureprometheus-datasource"})
_VARIABLE: Final = re.compile(r"\A(?:\$\{(\w+)(?:[:.][^}]*)?\}|\$(\w+)|\[\[(\w+)(?::\w+)?\]\])\Z")
# A name that tells of another kind of source, be it "loki-of-prometheus".
_OTHERS: Final = re.compile(r"loki|influx|elastic|opensearch|sql|postgres|tempo|jaeger|graphite|cloudwatch|victoria")


def source_types(root: Node) -> dict[str, str]:
    """Return the kinds of source that inputs and variables of a dashboard stand for, by their names."""
    found = {}
    for entry in _items(root.get("__inputs")):
        if _text(entry, "type") in ("datasource", ""):
            found[_text(entry, "name")] = _text(entry, "pluginId")
    templating = root.get("templating")
    for entry in _items(templating.get("list") if templating is not None else None):
        if _text(entry, "type") == "datasource":
            found[_text(entry, "name")] = _text(entry, "query")
    return found


def is_prometheus(node: Node | None, types: Mapping[str, str]) -> bool | None:
    """Say whether a data source is a Prometheus; None when nothing is named."""
    if node is None or (node.is_scalar and node.value is None):
        return None
    if node.is_map:
        kind = _text(node, "type")
        if kind and not kind.startswith("$"):
            return kind in _TYPES
        return is_prometheus(node.get("uid"), types)
    name = node.text or ""
    variable = _VARIABLE.match(name)
    if variable is not None:
        known = types.get(variable[1] or variable[2] or variable[3])
        if known is not None:
            return known in _TYPES
    lower = name.lower()
    return "prometheus" in lower and _OTHERS.search(lower) is None


def _items(node: Node | None) -> Iterator[Node]:
    return (entry for entry in (node.items() if node is not None else ()) if entry.is_map)


def _text(node: Node, key: str) -> str:
    child = node.get(key)
    return (child.text or "") if child is not None else ""
