"""Rules have the labels, annotations and matchers that the settings name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import Call, Selector, children, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Rule, RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each thing that is asked for and missing, or of another value, or forbidden."""
    for group, rule in document.model.rules():
        labels = {**group.labels, **{label.name: label.node for label in rule.labels}}
        annotations = {text.name: text.node for text in rule.annotations}
        if rule.kind == "alert":
            separator = str(options["separator"])
            yield from _asked(rule, "label", labels, options["labels"], separator)
            yield from _asked(rule, "annotation", annotations, options["annotations"], separator)
        for text in (*rule.labels, *rule.annotations):
            if text.name in options["forbidden"]:
                yield Hit(text.node.key_span(), {"key": text.name}, "forbidden")
            for pattern in options["forbidden-values"]:
                if _matches(pattern, text.text):
                    yield Hit(text.node, {"value": text.text, "pattern": pattern}, "reject")
        yield from _selectors(rule, options["selectors"], frozenset(options["selectors-in"]))


def _asked(rule: Rule, what: str, given: Mapping[str, Node], wanted: list[str], separator: str) -> Iterator[Hit]:
    for want in wanted:
        key, _, pattern = want.partition("=")
        node = given.get(key)
        if node is None or not node.raw:
            yield Hit(rule.name, {"name": rule.name.raw, "key": key}, what)
        elif pattern and "{{" not in node.raw and "${" not in node.raw:
            for part in node.raw.split(separator) if separator else (node.raw,):
                if not _matches(pattern, part.strip()):
                    yield Hit(node, {"key": key, "value": part.strip(), "pattern": pattern}, "value")


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        return pattern == text


def _selectors(rule: Rule, wanted: list[str], inside: frozenset[str]) -> Iterator[Hit]:
    expression = rule.expression
    if not wanted or expression is None or expression.tree is None:
        return
    for node in walk(expression.tree) if not inside else _within(expression.tree, inside):
        # What a recording rule made has the labels that it left.
        if isinstance(node, Selector) and ":" not in node.name:
            for key in wanted:
                if all(matcher.label != key for matcher in node.matchers):
                    yield Hit(expression.span(node.name_span), {"key": key}, "selector")


def _within(tree: Expr, functions: frozenset[str]) -> Iterator[Expr]:
    """Yield the nodes inside calls of the functions, each once."""
    stack = [(tree, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or (isinstance(node, Call) and node.function in functions)
        if inside:
            yield node
        stack.extend((child, inside) for child in reversed(children(node)))
