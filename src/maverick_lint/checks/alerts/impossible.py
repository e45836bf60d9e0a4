"""Every part of an expression can give a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.alerts._records import left_by_records
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import decided, value_of
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._promql.recorded import with_recorded
from maverick_lint.formats._promql.tree import (
    COMPARISONS,
    Aggregation,
    Binary,
    Call,
    Selector,
    walk,
)
from maverick_lint.formats._promql.typed import type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats._promql.labels import Branch, Gone
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Expression, RuleFile

# Prometheus gives these to every series that it scrapes.
_SCRAPED: Final = frozenset({"job", "instance"})
# The nodes of a file's expressions, each squared: thirty rules as large as the largest of real files.
_EFFORT: Final = 500_000


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each comparison, matching and grouping that leaves nothing, whatever is scraped."""
    budget = _EFFORT
    left = left_by_records(document.model)
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        nodes = list(walk(with_recorded(expression.tree, left)))
        # Each operation looks at all below it.
        budget -= len(nodes) ** 2
        if budget < 0:
            return
        for node in nodes:
            if isinstance(node, Binary):
                yield from _binary(expression, node)
            elif isinstance(node, Aggregation):
                yield from _grouping(expression, node)
            elif isinstance(node, Call) and node.function == "absent":
                yield from _absent(expression, node)


def _binary(expression: Expression, node: Binary) -> Iterator[Hit]:
    if node.op in COMPARISONS and not node.returns_bool:
        outcome = decided(node.op, value_of(node.left), value_of(node.right))
        if outcome is False:
            yield Hit(expression.span(node.span), {"text": _text(expression, node)}, "never")
        if outcome is not None:
            return
    if node.op == "or" or type_of(node.left) != "v" or type_of(node.right) != "v":
        return
    left, right = branches(node.left), branches(node.right)
    if not left or not right:
        return
    found = _mismatch(expression, node, left, right)
    if found is not None:
        label, why = found
        related = (Related(expression.span(why.span), f"the label `{label}` is gone after this"),)
        at = node.op_span if node.matching is None else _place(node, label)
        yield Hit(expression.span(at), {"label": label, "by": why.by, "op": node.op}, "match", related)


def _place(node: Binary, label: str) -> Span:
    assert node.matching is not None  # noqa: S101 - the caller has looked
    named = (one.span for one in node.matching.labels if one.name == label)
    return next(named, node.op_span) if node.matching.on else node.op_span


def _mismatch(
    expression: Expression, node: Binary, left: tuple[Branch, ...], right: tuple[Branch, ...]
) -> tuple[str, Gone] | None:
    """Return a label that one side always has and the other never, with the reason; None when a pair may match."""
    found = None
    for one in left:
        for other in right:
            found = _pair(expression, node, one, other)
            if found is None:
                return None
    return found


def _pair(expression: Expression, node: Binary, one: Branch, other: Branch) -> tuple[str, Gone] | None:
    matching = node.matching
    for mine, theirs in ((one, other), (other, one)):
        for label in sorted(_sure(expression, mine)):
            if matching is not None and (label in matching.names()) != matching.on:
                continue
            gone = theirs.gone(label)
            if gone is not None and label != "__name__":
                return label, gone
    return None


def _sure(expression: Expression, branch: Branch) -> frozenset[str]:
    """Return the labels that all series of a branch have.

    What aggregation keeps by name is taken to be there, as whoever names it thinks.
    """
    tree = expression.tree
    assert tree is not None  # noqa: S101 - the caller has looked
    selector = next((n for n in walk(tree) if isinstance(n, Selector) and n.span == branch.span), None)
    if branch.closed is not None:
        return branch.labels
    if selector is None or ":" in selector.name or not selector.name:
        return frozenset()
    given = {matcher.label for matcher in selector.matchers if matcher.op == "=" and matcher.value}
    return frozenset(label for label in given | _SCRAPED if branch.gone(label) is None)


def _grouping(expression: Expression, node: Aggregation) -> Iterator[Hit]:
    """Yield each label of `by` that nothing inside can have."""
    if node.grouping is None or node.grouping.without:
        return
    inner = branches(node.expr)
    for label in node.grouping.labels if inner else ():
        reasons = [branch.gone(label.name) for branch in inner]
        why = reasons[-1]
        if why is not None and None not in reasons:
            related = (Related(expression.span(why.span), f"the label `{label.name}` is gone after this"),)
            yield Hit(expression.span(label.span), {"label": label.name, "by": why.by}, "by", related)


def _absent(expression: Expression, node: Call) -> Iterator[Hit]:
    if any(branch.value is not None for branch in branches(node.args[0])):
        yield Hit(expression.span(node.function_span), {}, "absent")


def _text(expression: Expression, node: Expr) -> str:
    return " ".join(expression.text[node.span.start : node.span.end].split())
