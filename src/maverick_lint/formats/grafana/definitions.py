"""The variables of a dashboard as it defines them: what they ask, and what they can be.

From dashboards/variables and datasources/prometheus/template-variables of Grafana 12 (read 2026-11).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.grafana.model import Query, Variable
from maverick_lint.formats.grafana.sources import is_prometheus
from maverick_lint.formats.grafana.variables import read_query

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_VALUES: Final = re.compile(
    r"\s*label_values\s*\((?P<asked>.*),\s*(?P<label>[\w$]+|\$\{[\w:.]+\}|\[\[\w+\]\])\s*\)\s*\Z", re.DOTALL
)
_RESULT: Final = re.compile(r"\s*query_result\s*\((?P<asked>.*)\)\s*\Z", re.DOTALL)
_LONGEST: Final = 20_000
_LISTED: Final = frozenset({"custom", "constant"})


def read(source: Source, root: Node, types: Mapping[str, str]) -> Iterator[Variable]:
    """Yield the variables of a dashboard."""
    templating = root.get("templating")
    listed = templating.get("list") if templating is not None else None
    for entry in listed.items() if listed is not None else ():
        name = entry.get("name") if entry.is_map else None
        if name is None or not name.text:
            continue
        kind = _text(entry, "type")
        node = _asked(entry)
        query = None
        if node is not None and kind == "query" and is_prometheus(entry.get("datasource"), types):
            query = _query(source, node)
        values = _values(node.raw) if node is not None and kind in _LISTED else ()
        yield Variable(name.text, kind, entry, node, values, query)


def _asked(entry: Node) -> Node | None:
    """Return the text of what a variable asks: `query`, which newer versions wrap in an object."""
    node = entry.get("query")
    if node is not None and node.is_map:
        node = node.get("query")
    return node if node is not None and node.text else None


def _query(source: Source, node: Node) -> Query | None:
    """Return the PromQL inside `label_values(...)` or `query_result(...)`, at its place; None where there is none."""
    text = node.raw
    match = (_VALUES.match(text) or _RESULT.match(text)) if len(text) < _LONGEST else None
    # Two braces in a row are those of a program or a template that fills the dashboard in.
    if match is None or not match["asked"].strip() or "{{" in text:
        return None
    # What stands before it is filled with blanks, so that places are those of the whole text.
    return Query(source, node, read_query(" " * match.start("asked") + match["asked"]))


def _values(text: str) -> tuple[str, ...]:
    """Return the values of a list: `a, b`, each perhaps with a text of its own (`shown : value`); () with variables."""
    if "$" in text or "[[" in text or "\\," in text:
        return ()
    parts = [part.strip() for part in text.split(",")]
    return tuple(part.partition(" : ")[2].strip() or part for part in parts if part)


def _text(node: Node, key: str) -> str:
    child = node.get(key)
    return (child.text or "") if child is not None else ""
