"""Puts what recording rules leave of the labels into the expressions that read their metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import replace
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.tree import (
    Aggregation,
    Binary,
    Call,
    Grouping,
    Label,
    Paren,
    Selector,
    Subquery,
    Unary,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.formats._promql.tree import Expr

# Longer expressions are left as they are: building one anew goes as deep as it is.
_NODES: Final = 150


def labels_left(rules: Iterable[tuple[str, Expr | None, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return the labels that the series of each recorded metric can have; of those alone where nothing else may be.

    A rule is given as its metric, its expression and the labels that it sets. A metric of several rules is left out.
    """
    found: dict[str, frozenset[str]] = {}
    several = set()
    for metric, tree, own in rules:
        if metric in found:
            several.add(metric)
        made = branches(tree) if tree is not None else ()
        if made and all(branch.closed is not None for branch in made):
            found[metric] = frozenset(own).union(*(branch.labels for branch in made))
        else:
            several.add(metric)
    return {metric: labels for metric, labels in found.items() if metric not in several}


def with_recorded(tree: Expr, left: Mapping[str, frozenset[str]]) -> Expr:
    """Return an expression in which each recorded metric has the labels only that its rule leaves."""
    if not left:
        return tree
    nodes = list(walk(tree))
    known = any(isinstance(node, Selector) and node.range is None and node.name in left for node in nodes)
    return _filled(tree, left) if known and len(nodes) <= _NODES else tree


def _filled(node: Expr, left: Mapping[str, frozenset[str]]) -> Expr:
    if isinstance(node, Selector):
        if node.range is not None or node.name not in left:
            return node
        kept = tuple(Label(name, node.name_span) for name in sorted(left[node.name]))
        by = Grouping(False, kept, node.name_span)  # noqa: FBT003 - the field's name is `without`
        return Aggregation(node.span, f"the rule of `{node.name}`,", node.name_span, node, grouping=by)
    if isinstance(node, Binary):
        return replace(node, left=_filled(node.left, left), right=_filled(node.right, left))
    if isinstance(node, (Paren, Unary, Subquery, Aggregation)):
        return replace(node, expr=_filled(node.expr, left))
    if isinstance(node, Call):
        return replace(node, args=tuple(_filled(arg, left) for arg in node.args))
    return node
