"""A window in a query to Loki fits the time that is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._promql import Promql
from maverick_lint.formats.grafana.model import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.grafana.model import Dashboard

_STRING: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`", re.DOTALL)
_WINDOW: Final = re.compile(r"\[(?:[0-9]+(?:ms|[smhd])|\$__(?:rate_)?interval|\$\{__(?:rate_)?interval\})\]")


def check(document: Document[Dashboard], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each window of a query over a time that is fixed or is another than `$__auto`."""
    for panel in document.model.panels:
        targets = panel.node.get("targets")
        general = _is_loki(panel.node)
        for target in targets.items() if targets is not None else ():
            expr, instant, kind = target.get("expr"), target.get("instant"), target.get("queryType")
            own = _is_loki(target) if target.get("datasource") is not None else general
            at_once = (instant is not None and instant.value is True) or (kind is not None and kind.raw == "instant")
            if expr is None or not expr.text or not own or at_once:
                continue
            query = Query(document.source, expr, Promql(expr.raw, None))
            plain = _STRING.sub(lambda match: " " * len(match.group()), expr.raw)
            for match in _WINDOW.finditer(plain):
                yield Hit(query.span(Span(*match.span())), {"panel": panel.title, "range": match.group()})


def _is_loki(node: Node) -> bool:
    kind = node.at("datasource", "type")
    return kind is not None and kind.raw == "loki"
