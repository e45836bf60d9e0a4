"""Dashboards have the variables and matchers that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import Selector, walk
from maverick_lint.formats.grafana.names import USE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard, Query


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:
    """Yield each variable that is missing, and each selector without a matcher that is asked for."""
    model = document.model
    if not any(panel.queries for panel in model.panels):
        return
    known = {variable.name for variable in model.variables}
    first = model.root.children[0][0] if model.root.children else None
    for name in options["variables"]:
        if name not in known and first is not None:
            yield Hit(first.span, {"name": name}, "variable")
    for panel in model.panels:
        for query in panel.queries:
            for node in walk(query.promql.tree) if query.promql.tree is not None else ():
                # What a recording rule made has the labels that it left.
                for label in options["matchers"] if isinstance(node, Selector) and ":" not in node.name else ():
                    if isinstance(node, Selector) and not _asks(query, node, label):
                        yield Hit(query.span(node.name_span), {"panel": panel.title, "name": label}, "matcher")


def _asks(query: Query, selector: Selector, label: str) -> bool:
    return any(
        matcher.label == label and USE.search(query.node.raw[matcher.value_span.start : matcher.value_span.end])
        for matcher in selector.matchers
    )
