"""An alert says how bad it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import Call, Text, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Rule, RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each alert that has none of the labels, neither of its own nor of its group."""
    wanted = set(options["labels"])
    for group, rule in document.model.alerts():
        given = {label.name for label in rule.labels if label.text.strip()}
        if not wanted & (given | set(group.labels) | set(_made(rule))):
            yield Hit(rule.name, {"alert": rule.name.raw, "label": options["labels"][0]})


def _made(rule: Rule) -> Iterator[str]:
    """Yield the labels that the expression itself makes."""
    tree = rule.expression.tree if rule.expression is not None else None
    for node in walk(tree) if tree is not None else ():
        if isinstance(node, Call) and node.function in ("label_replace", "label_join"):
            target = node.args[1]
            if isinstance(target, Text):
                yield target.value
