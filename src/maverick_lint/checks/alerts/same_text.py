"""The text of an alert tells one series from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.tree import Selector, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Rule, RuleFile

# Labels that several series of one alert have in common.
_SHARED: Final = frozenset({"job", "alertname", "severity", "team", "env", "environment", "cluster"})
_ROOTS: Final = frozenset({"$labels", ".Labels"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each alert that fires for each instance by itself and says the same of all."""
    for _, rule in document.model.alerts():
        tree = rule.expression.tree if rule.expression is not None else None
        if tree is None or not rule.annotations or _tells(rule):
            continue
        if any(_is_one_of_many(tree, branch.span, gone=branch.gone("instance")) for branch in branches(tree)):
            yield Hit(rule.name, {"alert": rule.name.raw})


def _tells(rule: Rule) -> bool:
    """Say whether a text reads a label that tells the series apart, all labels, or what a query gives."""
    for text in rule.annotations:
        if text.template.queries:
            return True
        for use in text.template.uses:
            path = text.template.resolved(use)
            if path[0] in _ROOTS and (len(path) == 1 or path[1] not in _SHARED):
                return True
    return False


def _is_one_of_many(tree: Expr, span: object, *, gone: object) -> bool:
    selector = next((node for node in walk(tree) if isinstance(node, Selector) and node.span == span), None)
    if gone is not None or selector is None or not selector.name or ":" in selector.name:
        return False
    return not any(matcher.label == "instance" and matcher.op == "=" for matcher in selector.matchers)
