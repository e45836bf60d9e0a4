"""Alerts of one name are told apart by their series or labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.tree import COMPARISONS, Binary, Selector, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr, Matcher
    from maverick_lint.formats.prometheus.model import Group, Rule, RuleFile

_PLAIN: Final = re.compile(r"[\w /:-]*\Z")


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each alert whose one selector shares series with that of an earlier alert of its name and labels."""
    seen: dict[object, list[tuple[Node, str, Selector]]] = {}
    for group, rule in document.model.alerts():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        selectors = [node for node in walk(expression.tree) if isinstance(node, Selector)]
        side = _side(expression.tree)
        if len(selectors) != 1 or not side or not selectors[0].name:
            continue
        earlier = seen.setdefault((rule.name.raw, side, _labels(group, rule), selectors[0].name), [])
        for name, text, selector in earlier[:20]:
            if text != expression.text and _may_share(selector.matchers, selectors[0].matchers):
                line = document.source.position(name.span.start).line
                values: dict[str, str | int | float] = {"alert": rule.name.raw, "line": line, "metric": selector.name}
                yield Hit(rule.name, values, related=(Related(name, "the other alert"),))
                break
        earlier.append((rule.name, expression.text, selectors[0]))


def _labels(group: Group, rule: Rule) -> object:
    own = {label.name: label.text for label in rule.labels}
    return tuple(sorted({**{name: node.raw for name, node in group.labels.items()}, **own}.items()))


def _side(tree: Expr) -> str:
    """Return on which side of a number the alert fires: ">" or "<"; "" where it is no such comparison."""
    node = bare(tree)
    if not isinstance(node, Binary) or node.op not in COMPARISONS or node.returns_bool:
        return ""
    if value_of(node.right) is not None:
        return node.op[0] if node.op[0] in "<>" else ""
    return {"<": ">", ">": "<"}.get(node.op[0], "") if value_of(node.left) is not None else ""


def _may_share(one: tuple[Matcher, ...], other: tuple[Matcher, ...]) -> bool:
    """Say whether some series surely could meet both lists of matchers."""
    for first in one:
        for second in other:
            if first.label == second.label and not _agree(first, second):
                return False
    return True


def _agree(first: Matcher, second: Matcher) -> bool:
    if first == second or (first.op.startswith("!") and second.op.startswith("!")):
        return True
    if second.op == "=":
        first, second = second, first
    if first.op != "=":
        return (first.op, first.value) == (second.op, second.value)
    if second.op in ("=", "!="):
        return (first.value == second.value) == (second.op == "=")
    # Of regular expressions only lists of plain texts are known; of others nothing is said.
    values = second.value.split("|")
    return all(map(_PLAIN.match, values)) and (first.value in values) == (second.op == "=~")
