"""What Grafana's files say, typed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maverick_lint.core.record import record
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats._promql import Promql


@lru_cache(maxsize=8)
def _embedded(source: Source, node: Node) -> Source:
    """Map a scalar once for the many places that are asked of it in a row."""
    return embedded(source, node)


@record
class Query:
    """A query of a panel to a Prometheus.

    promql  the expression after variables were filled in with texts of the same length; it has neither tree nor
            errors when the variables decide whether it is valid
    """

    source: Source
    node: Node
    promql: Promql

    def span(self, inner: Span) -> Span:
        """Return where a span of the expression stands in the file."""
        return _embedded(self.source, self.node).outer(inner)


@record
class Panel:
    """A panel; `queries` are those to a Prometheus only."""

    title: str
    node: Node
    queries: tuple[Query, ...] = ()


@record
class Variable:
    """A variable of a dashboard.

    kind    "query", "custom", "constant", "datasource" ...
    asked   the text of what it asks or lists, None when it has none
    values  what it can be, of a list; () when that is not known
    query   the PromQL that it asks a Prometheus for, None when there is none
    """

    name: str
    kind: str
    node: Node
    asked: Node | None
    values: tuple[str, ...] = ()
    query: Query | None = None


@record
class Dashboard:
    """A dashboard; `panels` holds those inside rows too."""

    root: Node
    title: str
    panels: tuple[Panel, ...] = ()
    variables: tuple[Variable, ...] = ()


@record
class Provisioning:
    """A provisioning file: its data sources and its providers of dashboards."""

    root: Node
    datasources: tuple[Node, ...] = ()
    providers: tuple[Node, ...] = ()
