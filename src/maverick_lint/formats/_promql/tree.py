"""The tree of a PromQL expression; every node knows its span in the text of the expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Span


@record
class Expr:
    """Any node."""

    span: Span


@record
class Number(Expr):
    """A number, or a duration that stands for its seconds."""

    value: float


@record
class Text(Expr):
    """A string."""

    value: str


@record
class Matcher:
    """A label matcher; `op` is `=`, `!=`, `=~` or `!~`."""

    label: str
    op: str
    value: str
    span: Span
    label_span: Span
    value_span: Span


@record
class Range:
    """What stands in square brackets: the window and, in a subquery, the step; None where it is not known."""

    span: Span
    seconds: float | None
    step: float | None = None
    subquery: bool = False


@record
class Shift:
    """An `offset` or `@` modifier: its span and, of an offset, its seconds."""

    span: Span
    seconds: float | None = None


@record
class Selector(Expr):
    """A vector selector; with `range` a range vector selector.

    name       the metric's name, "" when the braces do not fix it
    name_span  where the name stands; the whole selector when it has none
    """

    name: str
    name_span: Span
    matchers: tuple[Matcher, ...] = ()
    range: Range | None = None
    offset: Shift | None = None
    at: Shift | None = None


@record
class Subquery(Expr):
    """An expression evaluated over a window: `expr[1h:5m]`."""

    expr: Expr
    range: Range
    offset: Shift | None = None
    at: Shift | None = None


@record
class Call(Expr):
    """A function call; `function` is its name in lower case as known, else as written."""

    function: str
    function_span: Span
    args: tuple[Expr, ...]


@record
class Label:
    """A label's name in a list of labels."""

    name: str
    span: Span


@record
class Grouping:
    """`by (...)` or `without (...)`; its span holds the word and the brackets."""

    without: bool
    labels: tuple[Label, ...]
    span: Span

    def names(self) -> frozenset[str]:
        """Return the names of its labels."""
        return frozenset(label.name for label in self.labels)


@record
class Aggregation(Expr):
    """An aggregation; `parameter` is the first argument of topk, quantile and the like."""

    op: str
    op_span: Span
    expr: Expr
    parameter: Expr | None = None
    grouping: Grouping | None = None


@record
class Matching:
    """How the two sides of an operation are joined.

    on       True for `on`, False for `ignoring`
    group    "left", "right" or "" for one-to-one
    include  the labels in the brackets of group_left or group_right
    """

    on: bool
    labels: tuple[Label, ...]
    span: Span
    group: str = ""
    include: tuple[Label, ...] = ()
    group_span: Span | None = None

    def names(self) -> frozenset[str]:
        """Return the names that `on` or `ignoring` lists."""
        return frozenset(label.name for label in self.labels)


@record
class Binary(Expr):
    """A binary operation; `returns_bool` is the `bool` of a comparison."""

    op: str
    op_span: Span
    left: Expr
    right: Expr
    returns_bool: bool = False
    matching: Matching | None = None


@record
class Unary(Expr):
    """A sign before an expression."""

    op: str
    expr: Expr


@record
class Paren(Expr):
    """An expression in round brackets."""

    expr: Expr


COMPARISONS = frozenset({"==", "!=", ">", "<", ">=", "<="})
SETS = frozenset({"and", "or", "unless"})


def children(node: Expr) -> tuple[Expr, ...]:
    """Return the expressions directly below a node, in the order of the text."""
    if isinstance(node, Binary):
        return (node.left, node.right)
    if isinstance(node, Call):
        return node.args
    if isinstance(node, Aggregation):
        return (node.expr,) if node.parameter is None else (node.parameter, node.expr)
    if isinstance(node, (Paren, Unary, Subquery)):
        return (node.expr,)
    return ()


def walk(node: Expr) -> Iterator[Expr]:
    """Yield a node and all below it, in the order of the text."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(children(node)))


def bare(node: Expr) -> Expr:
    """Return the expression inside round brackets."""
    while isinstance(node, Paren):
        node = node.expr
    return node
