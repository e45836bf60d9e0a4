"""A recording rule reads those of its own group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.tree import Selector, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Group, Rule, RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each metric that a recording rule reads and a rule of another group, or a later one of its own, makes."""
    makers: dict[str, list[tuple[Group, Rule, int]]] = {}
    for number, (group, rule) in enumerate(document.model.rules()):
        if rule.kind == "record":
            makers.setdefault(rule.name.raw, []).append((group, rule, number))
    for number, (group, rule) in enumerate(document.model.rules()):
        expression = rule.expression
        if rule.kind != "record" or expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            made = makers.get(node.name) if isinstance(node, Selector) and node.range is None else None
            if not made or not isinstance(node, Selector) or rule.name.raw == node.name:
                continue
            if any(other is group and at < number for other, _, at in made) or any(_is_constant(r) for _, r, _ in made):
                continue
            other, maker, _ = made[0]
            line = document.source.position(maker.name.span.start).line
            values: dict[str, str | int] = {"metric": node.name, "group": other.name, "line": line}
            case = "later" if other is group else ""
            yield Hit(expression.span(node.name_span), values, case, (Related(maker.name, "it is made here"),))


def _is_constant(rule: Rule) -> bool:
    tree = rule.expression.tree if rule.expression is not None else None
    return tree is not None and value_of(tree) is not None
