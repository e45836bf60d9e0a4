"""Which labels the result of an expression can have.

Prometheus documents how each operation treats labels (querying/operators and querying/functions, read 2026-11). The
result of `or` has the series of both sides, so an expression gives several branches, each judged alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record, replace
from maverick_lint.formats._promql.constants import Constant, decided, value_of
from maverick_lint.formats._promql.functions import PICKING
from maverick_lint.formats._promql.tree import (
    COMPARISONS,
    Aggregation,
    Binary,
    Call,
    Number,
    Selector,
    Subquery,
    Text,
    Unary,
    bare,
)
from maverick_lint.formats._promql.typed import type_of

if TYPE_CHECKING:
    from maverick_lint.core.span import Span
    from maverick_lint.formats._promql.tree import Expr, Matching

_BRANCHES: Final = 64
_NAMELESS: Final = frozenset(
    {"last_over_time", "first_over_time", "sort", "sort_desc", "sort_by_label", "sort_by_label_desc"}
)


@record
class Gone:
    """Why a label cannot be there: the part of the expression that takes it away, and what that is ("sum")."""

    span: Span
    by: str


@record
class Branch:
    """A set of series that an expression can give.

    closed   None when any label may be there but those in `without`; else why only those in `labels` may
    labels   the labels that may be there although the branch is closed
    without  labels that cannot be there, with the reason
    span     the selector or value that the series come from
    value    the value of every series where it is a constant
    """

    span: Span
    closed: Gone | None = None
    labels: frozenset[str] = frozenset()
    without: tuple[tuple[str, Gone], ...] = ()
    value: Constant = None

    def gone(self, label: str) -> Gone | None:
        """Return why a label cannot be there; None when it may be."""
        if label in self.labels:
            return None
        reason = next((why for name, why in self.without if name == label), None)
        return reason or self.closed

    def drop(self, labels: frozenset[str], why: Gone) -> Branch:
        """Return the branch without these labels."""
        without = tuple((name, why) for name in sorted(labels) if self.gone(name) is None)
        return replace(self, labels=self.labels - labels, without=(*self.without, *without))

    def keep(self, labels: frozenset[str], why: Gone) -> Branch:
        """Return the branch with no labels but these."""
        kept = frozenset(label for label in labels if self.gone(label) is None)
        return Branch(
            self.span, self.closed if self.closed is not None and not kept else why, kept, self.without, self.value
        )

    def add(self, *labels: str) -> Branch:
        """Return the branch with labels that may be there from now on."""
        without = tuple((name, why) for name, why in self.without if name not in labels)
        return replace(self, labels=self.labels | frozenset(labels), without=without)


def branches(node: Expr) -> tuple[Branch, ...]:
    """Return what an expression can give; () when it can give nothing, or when nothing is known of it."""
    found = _branches(node)
    return found if len(found) <= _BRANCHES else ()


def _branches(node: Expr) -> tuple[Branch, ...]:  # noqa: PLR0911 - one for each kind of node
    node = bare(node)
    if isinstance(node, Selector):
        return (_selector(node),)
    if isinstance(node, (Number, Text)):
        return (Branch(node.span, Gone(node.span, "a number"), value=value_of(node)),)
    if isinstance(node, Unary):
        return tuple(replace(branch, value=None) for branch in _branches(node.expr))
    if isinstance(node, Subquery):
        return _branches(node.expr)
    if isinstance(node, Aggregation):
        return _aggregation(node)
    if isinstance(node, Call):
        return _call(node)
    if isinstance(node, Binary):
        return _binary(node)[:_BRANCHES]
    return (Branch(node.span),)


def _selector(node: Selector) -> Branch:
    empty = tuple(
        (matcher.label, Gone(matcher.span, f'the matcher {matcher.label}=""'))
        for matcher in node.matchers
        if matcher.op == "=" and not matcher.value
    )
    return Branch(node.span, without=empty)


def _aggregation(node: Aggregation) -> tuple[Branch, ...]:
    inner = _branches(node.expr)
    if node.op in PICKING:
        return inner
    grouping = node.grouping
    why = Gone(node.op_span if grouping is None else grouping.span, _said(node))
    if grouping is not None and grouping.without:
        found = tuple(branch.drop(grouping.names() | {"__name__"}, why) for branch in inner)
    else:
        names = frozenset() if grouping is None else grouping.names()
        found = tuple(branch.keep(names, why) for branch in inner)
    if node.op == "count_values" and isinstance(parameter := node.parameter, Text):
        found = tuple(branch.add(parameter.value) for branch in found)
    return tuple(replace(branch, value=None) for branch in found)


def _said(node: Aggregation) -> str:
    if node.grouping is None:
        return f"{node.op}()"
    word = "without" if node.grouping.without else "by"
    return f"{node.op} {word} ({', '.join(label.name for label in node.grouping.labels)})"


def _call(node: Call) -> tuple[Branch, ...]:  # noqa: PLR0911 - one for each group of functions
    name, why = node.function, Gone(node.function_span, f"{node.function}()")
    if name in ("absent", "absent_over_time"):
        return (Branch(node.span, why, _absent_labels(node)),)
    if name in ("vector", "scalar", "time", "pi") or not node.args:
        value = value_of(node.args[0]) if name == "vector" and node.args else None
        return (Branch(node.span, why, value=value),)
    if name == "info":
        return (Branch(node.span),)
    argument = next((arg for arg in node.args if type_of(arg) in ("v", "m")), None)
    if argument is None:
        return (Branch(node.span),)
    found = tuple(replace(branch, value=None) for branch in _branches(argument))
    if name in ("label_replace", "label_join"):
        target = node.args[1]
        return tuple(branch.add(target.value) for branch in found) if isinstance(target, Text) else found
    if name in ("histogram_quantile", "histogram_quantiles"):
        found = tuple(branch.drop(frozenset({"le"}), why) for branch in found)
        if name == "histogram_quantiles" and isinstance(label := node.args[1], Text):
            found = tuple(branch.add(label.value) for branch in found)
    if name in _NAMELESS:
        return found
    return tuple(branch.drop(frozenset({"__name__"}), why) for branch in found)


def _absent_labels(node: Call) -> frozenset[str]:
    selector = bare(node.args[0]) if node.args else None
    if not isinstance(selector, Selector):
        return frozenset()
    equal = [matcher.label for matcher in selector.matchers if matcher.op == "="]
    # A label that is matched twice is dropped, since its value is not known.
    once = {label for label in equal if sum(matcher.label == label for matcher in selector.matchers) == 1}
    return frozenset(once)


def _binary(node: Binary) -> tuple[Branch, ...]:
    # Chains of operators lean to the left, and may be long: this walks down and comes back up without recursion.
    spine: list[Binary] = []
    leftmost: Expr = node
    while isinstance(inner := bare(leftmost), Binary):
        spine.append(inner)
        leftmost = inner.left
    found = _branches(leftmost)
    for operation in reversed(spine):
        found = _joined(operation, found)[: _BRANCHES + 1]
    return found


def _joined(node: Binary, left: tuple[Branch, ...]) -> tuple[Branch, ...]:  # noqa: PLR0911 - one for each way to join
    if node.op == "or":
        return (*left, *_branches(node.right))
    if node.op in ("and", "unless"):
        return left
    right = _branches(node.right)
    if type_of(node.left) == "s":
        return _valued(node, tuple(b for b in right), left[0].value if len(left) == 1 else None, flipped=True)
    if type_of(node.right) == "s":
        return _valued(node, left, right[0].value if len(right) == 1 else None)
    matching = node.matching
    if matching is None:
        return _computed(node, left)
    if matching.group == "right":
        return _computed(node, _grouped(matching, right, left))
    if matching.group == "left":
        return _computed(node, _grouped(matching, left, right))
    names = ", ".join(label.name for label in matching.labels)
    why = Gone(matching.span, f"{'on' if matching.on else 'ignoring'} ({names})")
    if matching.on:
        return _computed(node, tuple(branch.keep(matching.names(), why) for branch in left))
    return _computed(node, tuple(branch.drop(matching.names(), why) for branch in left))


def _computed(node: Binary, found: tuple[Branch, ...]) -> tuple[Branch, ...]:
    if node.op in COMPARISONS and not node.returns_bool:
        return found
    why = Gone(node.op_span, node.op)
    return tuple(replace(branch.drop(frozenset({"__name__"}), why), value=None) for branch in found)


def _valued(node: Binary, found: tuple[Branch, ...], other: Constant, *, flipped: bool = False) -> tuple[Branch, ...]:
    """Return the branches of a vector joined with a scalar, without those that a comparison always drops."""
    if node.op in COMPARISONS and not node.returns_bool:
        return tuple(branch for branch in found if decided(node.op, branch.value, other, flipped=flipped) is not False)
    return _computed(node, found)


def _grouped(matching: Matching, many: tuple[Branch, ...], one: tuple[Branch, ...]) -> tuple[Branch, ...]:
    names = tuple(label.name for label in matching.include)
    taken = [name for name in names if not one or any(branch.gone(name) is None for branch in one)]
    lost = frozenset(names) - frozenset(taken)
    why = Gone(matching.group_span or matching.span, f"group_{matching.group}({', '.join(names)})")
    found = []
    for branch in many:
        dropped = branch.drop(lost, why) if lost else branch
        found.append(dropped.add(*taken) if taken else dropped)
    return tuple(found)
