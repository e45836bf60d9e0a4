"""Values that an expression has whatever is scraped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats._promql.tree import Call, Number, Paren, Unary

if TYPE_CHECKING:
    from maverick_lint.formats._promql.tree import Expr

Constant = float | None


def value_of(node: Expr) -> Constant:
    """Return the value of a number, a signed number or `vector(number)`; None for everything else."""
    sign = 1.0
    while isinstance(node, (Paren, Unary)):
        if isinstance(node, Unary) and node.op == "-":
            sign = -sign
        node = node.expr
    if isinstance(node, Number):
        return sign * node.value
    if isinstance(node, Call) and node.function == "vector" and node.args and isinstance(node.args[0], Number):
        return sign * node.args[0].value
    return None


def decided(op: str, left: Constant, right: Constant, *, flipped: bool = False) -> bool | None:
    """Say how a comparison of two constants comes out; None when one of them is not known."""
    if left is None or right is None:
        return None
    if flipped:
        left, right = right, left
    outcomes = {
        "==": left == right,
        "!=": left != right,
        ">": left > right,
        "<": left < right,
        ">=": left >= right,
        "<=": left <= right,
    }
    return outcomes.get(op)
