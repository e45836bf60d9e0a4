"""What Prometheus files say, typed: the view that checks read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import field, record
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats._gotemplate import Template
    from maverick_lint.formats._promql import Promql
    from maverick_lint.formats._promql.tree import Expr


@lru_cache(maxsize=8)
def _embedded(source: Source, node: Node) -> Source:
    """Map a scalar once for the many places that are asked of it in a row."""
    return embedded(source, node)


@record
class Embedded:
    """A scalar whose text is a language of its own."""

    source: Source
    node: Node

    @property
    def text(self) -> str:
        """The value of the scalar."""
        return self.node.raw

    def span(self, inner: Span) -> Span:
        """Return where a span of the value stands in the file."""
        return _embedded(self.source, self.node).outer(inner)


@record
class Expression(Embedded):
    """A PromQL expression in a YAML scalar."""

    promql: Promql

    @property
    def tree(self) -> Expr | None:
        """The tree; None when the text could not be read or is of another language."""
        return self.promql.tree


@record
class Templated(Embedded):
    """A label or an annotation: a Go template in a YAML scalar."""

    name: str
    template: Template


@record
class Rule:
    """A rule of a group.

    kind         "alert", "record", or "" when the file does not say which
    name         the node of its name
    expression   None when there is none
    """

    kind: Literal["alert", "record", ""]
    node: Node
    name: Node
    expression: Expression | None
    labels: tuple[Templated, ...] = ()
    annotations: tuple[Templated, ...] = ()

    def get(self, key: str) -> Node | None:
        """Return the value of a key of the rule that is given and not null."""
        child = self.node.get(key)
        return None if child is None or (child.is_scalar and child.value is None) else child


@record
class Group:
    """A group of rules; `labels` are those that it gives to all of them, `interval` is in seconds."""

    name: str
    node: Node
    rules: tuple[Rule, ...]
    labels: Mapping[str, Node] = field(default_factory=dict)
    interval: float | None = None


@record
class RuleFile:
    """A rule file; `language` is "logql" when its expressions are Loki's, which nothing here judges."""

    groups: tuple[Group, ...]
    language: Literal["promql", "logql"] = "promql"

    def rules(self) -> Iterator[tuple[Group, Rule]]:
        """Yield every rule with its group."""
        for group in self.groups:
            for rule in group.rules:
                yield group, rule

    def alerts(self) -> Iterator[tuple[Group, Rule]]:
        """Yield every alert with its group."""
        return ((group, rule) for group, rule in self.rules() if rule.kind == "alert")


@record
class Job:
    """A scrape job.

    targets     the static targets
    discovery   the names of its service discoveries but static ones ("docker_sd_configs")
    interval    its own scrape interval in seconds, None when it has none or an unknown one
    """

    name: str
    node: Node
    targets: tuple[Node, ...] = ()
    discovery: tuple[str, ...] = ()
    interval: float | None = None
    metrics_path: str = "/metrics"


@record
class Prometheus:
    """A Prometheus configuration.

    alertmanagers  the nodes of what receives the alerts, those that have an address
    """

    root: Node
    jobs: tuple[Job, ...] = ()
    rule_files: tuple[Node, ...] = ()
    alertmanagers: tuple[Node, ...] = ()

    def head(self, *keys: str) -> Span:
        """Return the span of the first of these top-level keys that is there, else of the first key of the file."""
        for key in keys:
            child = self.root.get(key)
            if child is not None:
                return child.key_span()
        first = self.root.children[0][0] if self.root.children else None
        return self.root.span if first is None else first.span
