"""A rate in a dashboard fits the time that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.functions import GROWTH
from maverick_lint.formats._promql.tree import Call, Selector, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

# "In the last hour" and longer is what a panel means to show.
_SPAN: Final = 3600.0


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each range of a rate and the like that is fixed, or is `$__interval`."""
    for panel in document.model.panels:
        for query in panel.queries:
            for node in walk(query.promql.tree) if query.promql.tree is not None else ():
                if not (isinstance(node, Call) and node.function in GROWTH):
                    continue
                selector = bare(node.args[0])
                if isinstance(selector, Selector) and selector.range is not None:
                    text = query.node.raw[selector.range.span.start : selector.range.span.end]
                    if "$" not in text and "[[" not in text:
                        if (selector.range.seconds or 0) >= _SPAN:
                            continue
                        values = {"range": text, "function": node.function, "panel": panel.title}
                        yield Hit(query.span(selector.range.span), values)
                    elif "__interval" in text.replace("__rate_interval", ""):
                        yield Hit(query.span(selector.range.span), {"panel": panel.title}, "interval")
