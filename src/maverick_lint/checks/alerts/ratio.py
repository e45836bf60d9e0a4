"""What is called a percentage is a ratio."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._gotemplate import HOLE
from maverick_lint.formats._promql.tree import (
    COMPARISONS,
    Aggregation,
    Binary,
    Call,
    Number,
    Selector,
    Unary,
    bare,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile, Templated

_PER_SECOND: Final = frozenset({"rate", "irate", "increase"})
_PLAIN: Final = frozenset({"sum", "avg", "max", "min", "topk", "bottomk"})
_PERCENT: Final = re.compile(
    rf"[0-9{HOLE}]\s?%|%\s?(?:of|over|errors?)\b|\bpercent(?:age)?\b|\bper cent\b", re.IGNORECASE
)
_QUANTILE: Final = re.compile(r"percentile", re.IGNORECASE)
# Seconds that pass in each second are a share of time, so their rate is a ratio by itself.
_TIME: Final = re.compile(
    r"seconds|_time(?:_|$)|_ms(?:_|$)|millis|_ns(?:_|$)|nanos|micros|cpu|ratio|percent", re.IGNORECASE
)


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the per-second rate of each alert whose text speaks of a percentage."""
    for _, rule in document.model.alerts():
        tree = rule.expression.tree if rule.expression is not None else None
        speaking = next((text for text in rule.annotations if _speaks(text)), None)
        if tree is None or speaking is None or rule.expression is None:
            continue
        for call in _plain_rates(tree):
            selector = next(node for node in walk(call) if isinstance(node, Selector))
            values = {"alert": rule.name.raw, "function": call.function, "metric": selector.name or "the selector"}
            related = (Related(speaking.node, "the text that speaks of a percentage"),)
            yield Hit(rule.expression.span(call.span), values, related=related)
            break


def _speaks(text: Templated) -> bool:
    template = text.template
    if any(name == "humanizePercentage" for name, _ in template.functions):
        return True
    return _PERCENT.search(template.plain) is not None and _QUANTILE.search(template.plain) is None


def _plain_rates(tree: Expr) -> Iterator[Call]:
    """Yield the rate that a number is compared with, when nothing but sums stands around it."""
    for node in walk(tree):
        if not isinstance(node, Binary) or node.op not in COMPARISONS:
            continue
        left, right = bare(node.left), bare(node.right)
        value = left if _is_number(right) else right if _is_number(left) else None
        while True:
            if isinstance(value, Aggregation) and value.op in _PLAIN:
                value = bare(value.expr)
            elif isinstance(value, Binary) and value.op == "*" and _is_number(bare(value.right)):
                value = bare(value.left)
            else:
                break
        if isinstance(value, Call) and value.function in _PER_SECOND:
            selector = next((inner for inner in walk(value) if isinstance(inner, Selector)), None)
            if selector is not None and selector.name and not _TIME.search(selector.name):
                yield value


def _is_number(node: Expr) -> bool:
    while isinstance(node, Unary):
        node = bare(node.expr)
    if isinstance(node, Binary):
        return _is_number(bare(node.left)) and _is_number(bare(node.right))
    return isinstance(node, Number)
