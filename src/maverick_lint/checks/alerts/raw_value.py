"""A rate is shown as people read numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import SETS, Aggregation, Binary, Call, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

_VALUE: Final = frozenset({"$value", ".Value"})
_FRACTIONS: Final = frozenset({"rate", "irate", "deriv"})
_WHOLE: Final = frozenset({"count", "group", "count_values"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each value of a rate that a text shows with all its digits."""
    for _, rule in document.model.alerts():
        tree = rule.expression.tree if rule.expression is not None else None
        if tree is None or not _is_fraction(tree):
            continue
        for text in rule.annotations:
            for use in text.template.uses:
                if use.path[0] in _VALUE and use.dot is None and not use.commands:
                    yield Hit(text.span(use.span), {"where": text.name, "alert": rule.name.raw})


def _is_fraction(tree: Expr) -> bool:
    stack = [tree]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Call):
            if node.function in _FRACTIONS:
                return True
            if node.function not in ("round", "ceil", "floor"):
                stack.extend(node.args)
        elif isinstance(node, Aggregation):
            if node.op not in _WHOLE:
                stack.append(node.expr)
        elif isinstance(node, Binary):
            stack.append(node.left)
            if node.op in ("+", "-", "*", "/", "or") and node.op not in SETS - {"or"}:
                stack.append(node.right)
    return False
