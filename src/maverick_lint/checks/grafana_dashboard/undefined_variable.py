"""A query uses variables that the dashboard has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.grafana.names import defined, used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the first use of each variable in a query to a Prometheus that nothing defines."""
    known = defined(document.model.root)
    seen: set[str] = set()
    for panel in document.model.panels:
        for query in panel.queries:
            for name, span in used(query.node.raw):
                if name not in known and name not in seen:
                    seen.add(name)
                    near = close_matches(name, sorted(known), 1, 0.7)
                    hint = f"; did you mean `{near[0]}`?" if near else ""
                    yield Hit(query.span(span), {"name": name, "panel": panel.title, "hint": hint})
