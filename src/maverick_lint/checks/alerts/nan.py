"""One division by zero does not spoil an aggregation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.tree import COMPARISONS, Aggregation, Binary, Call, Unary, bare, walk
from maverick_lint.formats._promql.typed import type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

# These are NaN as soon as one of their values is; the smallest, the largest and a count are not.
_SPOILT: Final = frozenset({"sum", "avg", "stddev", "stdvar"})
_PASSING: Final = frozenset({"abs", "ceil", "floor", "round", "label_replace", "label_join", "sort", "sort_desc"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each aggregation over a quotient whose divisor may be zero."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            if isinstance(node, Aggregation) and node.op in _SPOILT and (found := _quotient(node.expr)) is not None:
                related = (Related(expression.span(node.op_span), f"`{node.op}` is taken of this"),)
                yield Hit(expression.span(found.op_span), {"op": node.op}, related=related)


def _quotient(node: Expr) -> Binary | None:
    stack = [node]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Binary):
            if node.op in ("/", "%") and not _is_safe(node.right):
                return node
            if node.op in ("+", "-", "*", "/", "or"):
                stack.extend((node.right, node.left))
            elif node.op in ("and", "unless"):
                stack.append(node.left)
        elif isinstance(node, Unary):
            stack.append(node.expr)
        elif isinstance(node, Call) and node.function in _PASSING:
            stack.append(node.args[0])
    return None


def _is_safe(divisor: Expr) -> bool:  # noqa: PLR0911 - one for each kind of divisor
    """Say whether a divisor is never zero, or nothing is known of it."""
    node = bare(divisor)
    if type_of(node) != "v":
        return value_of(node) != 0
    if isinstance(node, Binary):
        if node.op in COMPARISONS and not node.returns_bool:
            return _excludes_zero(node.op, value_of(node.right))
        if node.op in ("*", "/"):
            return _is_safe(node.left) and (value_of(node.right) != 0 or _is_safe(node.right))
        return node.op == "+" and (value_of(node.right) or value_of(node.left) or 0) > 0
    if isinstance(node, Aggregation):
        return node.op in ("count", "group") or _is_safe(node.expr)
    if isinstance(node, Call):
        if node.function in ("clamp_min", "clamp"):
            return (value_of(node.args[1]) or 0) > 0
        return node.function in ("count_over_time", "present_over_time", "vector", "exp", "time", "timestamp")
    return False


def _excludes_zero(op: str, limit: float | None) -> bool:
    if limit is None:
        return False
    outcomes = {">": limit >= 0, "!=": limit == 0, ">=": limit > 0, "<": limit <= 0, "<=": limit < 0, "==": limit != 0}
    return outcomes[op]
