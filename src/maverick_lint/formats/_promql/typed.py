"""The types of an expression: what Prometheus refuses although the grammar allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._promql.functions import AGGREGATIONS, TYPES, signatures
from maverick_lint.formats._promql.tree import (
    COMPARISONS,
    SETS,
    Aggregation,
    Binary,
    Call,
    Expr,
    Number,
    Paren,
    Selector,
    Subquery,
    Text,
    Unary,
    walk,
)
from maverick_lint.formats._re2 import empty_matches, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._promql.tree import Matcher

Fault = tuple[Span, str]
_SCALARS: Final = frozenset({"s", "v"})


def type_of(node: Expr) -> str:  # noqa: PLR0911 - one for each kind of node
    """Return `v`, `m`, `s` or `t` for an expression (functions.TYPES); "" when it calls an unknown function."""
    while isinstance(node, (Paren, Unary)):
        node = node.expr
    if isinstance(node, Number):
        return "s"
    if isinstance(node, Text):
        return "t"
    if isinstance(node, Selector):
        return "v" if node.range is None else "m"
    if isinstance(node, Subquery):
        return "m"
    if isinstance(node, Call):
        signature = signatures().get(node.function)
        return "" if signature is None else signature.result
    if isinstance(node, Binary):
        # On the left spine a chain of operators may be long; a vector anywhere makes the whole a vector.
        while isinstance(node, Binary):
            if type_of(node.right) != "s":
                return "v"
            node = node.left
        return "s" if type_of(node) == "s" else "v"
    return "v"


def type_errors(tree: Expr) -> Iterator[Fault]:
    """Yield what is wrong with the types of an expression, in the order of the text."""
    for node in walk(tree):
        if isinstance(node, Binary):
            yield from _binary(node)
        elif isinstance(node, Call):
            yield from _call(node)
        elif isinstance(node, Aggregation):
            yield from _aggregation(node)
        elif isinstance(node, Selector):
            yield from _selector(node)
        elif isinstance(node, Unary):
            yield from _wanted(node.expr, "sv", f"a sign (`{node.op}`)")
        elif isinstance(node, Subquery):
            yield from _wanted(node.expr, "v", "a subquery")


def _wanted(node: Expr, allowed: str, what: str) -> Iterator[Fault]:
    given = type_of(node)
    if given and given not in allowed:
        names = " or ".join(f"an {TYPES[t]}" if t == "v" else f"a {TYPES[t]}" for t in allowed)
        yield node.span, f"{what} needs {names}, and this is {_article(given)}"


def _article(kind: str) -> str:
    return f"an {TYPES[kind]}" if kind == "v" else f"a {TYPES[kind]}"


def _binary(node: Binary) -> Iterator[Fault]:
    left, right = type_of(node.left), type_of(node.right)
    for side, kind in ((node.left, left), (node.right, right)):
        if kind and kind not in _SCALARS:
            yield side.span, f"`{node.op}` joins scalars and instant vectors, and this is {_article(kind)}"
    if left == right == "s" and node.op in COMPARISONS and not node.returns_bool:
        yield node.op_span, f"a comparison of two scalars must be written with `bool`: `{node.op} bool`"
    if "s" in (left, right):
        if node.op in SETS:
            yield node.op_span, f"`{node.op}` joins instant vectors, and one side is a scalar"
        elif node.matching is not None:
            yield node.matching.span, "labels can only be matched between two instant vectors"


def _call(node: Call) -> Iterator[Fault]:
    signature = signatures().get(node.function)
    if signature is None:
        near = close_matches(node.function.lower(), [*signatures(), *AGGREGATIONS], 1, 0.75)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        yield node.function_span, f"there is no function `{node.function}`{hint}"
        return
    most = None if signature.repeats else len(signature.arguments)
    given = len(node.args)
    if given < signature.required or (most is not None and given > most):
        wanted = str(signature.required)
        if most is None:
            wanted = f"at least {wanted}"
        elif most != signature.required:
            wanted += f" to {most}"
        noun = "argument" if wanted == "1" else "arguments"
        yield (
            node.function_span,
            f"`{node.function}` takes {wanted} {noun}, and {given} {'is' if given == 1 else 'are'} given",
        )
        return
    for index, arg in enumerate(node.args):
        expected = signature.arguments[min(index, len(signature.arguments) - 1)]
        given_type = type_of(arg)
        if given_type and given_type != expected:
            hint = " such as `x[5m]`" if expected == "m" else ""
            message = f"`{node.function}` needs {_article(expected)}{hint} here, and this is {_article(given_type)}"
            yield arg.span, message


def _aggregation(node: Aggregation) -> Iterator[Fault]:
    yield from _wanted(node.expr, "v", f"`{node.op}`")
    if node.parameter is not None:
        yield from _wanted(node.parameter, AGGREGATIONS[node.op], f"`{node.op}`")


def _selector(node: Selector) -> Iterator[Fault]:
    for matcher in node.matchers:
        if matcher.label == "__name__" and node.name:
            yield matcher.span, f"the metric's name is given twice, as `{node.name}` and in the braces"
        if matcher.op in ("=~", "!~") and (problem := fault(matcher.value)) is not None:
            yield matcher.value_span, f"the regular expression {problem}"
            return
    if not node.name and all(_takes_empty(matcher) for matcher in node.matchers):
        yield node.span, "the selector must name a metric or hold a matcher that an empty value does not meet"


def _takes_empty(matcher: Matcher) -> bool:
    if matcher.op in ("=", "!="):
        return (matcher.value == "") == (matcher.op == "=")
    matches = empty_matches(matcher.value)
    # An expression that is not understood may refuse the empty value: then nothing is said.
    return False if matches is None else matches == (matcher.op == "=~")
