"""One division by zero does not spoil an aggregation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.tree import COMPARISONS, Aggregation, Binary, Call, Selector, Unary, bare, walk
from maverick_lint.formats._promql.typed import type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

# These are NaN as soon as one of their values is; the smallest, the largest and a count are not.
_SPOILT: Final = frozenset({"sum", "avg", "stddev", "stdvar"})
# How many recording rules that read each other are followed.
_DEPTH: Final = 5
_PASSING: Final = frozenset({"abs", "ceil", "floor", "round", "label_replace", "label_join", "sort", "sort_desc"})


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each aggregation over a quotient whose divisor may be zero, be it by a recording rule of the file."""
    spoilt = _spoilt(document)
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            found = _quotient(node.expr, spoilt) if isinstance(node, Aggregation) and node.op in _SPOILT else None
            if found is None or not isinstance(node, Aggregation):
                continue
            related = (Related(expression.span(node.op_span), f"`{node.op}` is taken of this"),)
            if isinstance(found, Binary):
                yield Hit(expression.span(found.op_span), {"op": node.op}, related=related)
            else:
                line = document.source.position(spoilt[found.name].span.start).line
                values: dict[str, str | int | float] = {"op": node.op, "metric": found.name, "line": line}
                yield Hit(expression.span(found.name_span), values, "recorded", related)


def _spoilt(document: Document[RuleFile]) -> dict[str, Node]:
    """Return the recorded metrics that may be NaN, through some recording rules that read each other."""
    rules = [rule for _, rule in document.model.rules() if rule.kind == "record"]
    found: dict[str, Node] = {}
    for _ in range(_DEPTH):
        before = len(found)
        for rule in rules:
            tree = rule.expression.tree if rule.expression is not None else None
            if tree is not None and rule.name.raw not in found and _quotient(tree, found) is not None:
                found[rule.name.raw] = rule.name
        if len(found) == before:
            break
    return found


def _quotient(node: Expr, spoilt: Mapping[str, Node]) -> Binary | Selector | None:
    """Return the division, or the recorded metric that holds one, that reaches an aggregation; None for none."""
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
        elif isinstance(node, Selector) and node.name in spoilt:
            return node
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
