"""A PromQL text into a tree, by precedence climbing; the first fault ends the reading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats._promql.cursor import Cursor
from maverick_lint.formats._promql.functions import AGGREGATIONS
from maverick_lint.formats._promql.lexer import PromqlError
from maverick_lint.formats._promql.postfix import literal, postfix, selector
from maverick_lint.formats._promql.tree import (
    COMPARISONS,
    SETS,
    Aggregation,
    Binary,
    Call,
    Expr,
    Grouping,
    Label,
    Matching,
    Paren,
    Text,
    Unary,
)

if TYPE_CHECKING:
    from maverick_lint.formats._promql.lexer import Token

LENGTH: Final = 100_000
OPERATORS: Final = 200
NESTING: Final = 100
_POWER: Final = 6
_PRECEDENCE: Final = {
    "or": 1, "and": 2, "unless": 2,
    "==": 3, "!=": 3, ">": 3, "<": 3, ">=": 3, "<=": 3,
    "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, "atan2": 5, "^": _POWER,
}  # fmt: skip


@record
class Promql:
    """What reading an expression gave.

    tree    the root; None when the text is no PromQL, or is too large to be judged
    errors  pairs of span and sentence: one when the text is no PromQL, or every fault of its types
    """

    text: str
    tree: Expr | None
    errors: tuple[tuple[Span, str], ...] = ()


@lru_cache(maxsize=4096)
def parse_promql(text: str) -> Promql:
    """Read an expression; never raises.

    A text over the limits (100,000 characters, 200 operators, 100 levels) has neither tree nor errors: it is unknown.
    """
    if len(text) > LENGTH:
        return Promql(text, None)
    from maverick_lint.formats._promql.typed import type_errors

    try:
        tree = _Parser(text).whole()
    except PromqlError as error:
        return Promql(text, None, ((error.span, str(error)),))
    if tree is None:
        return Promql(text, None)
    errors = tuple(type_errors(tree))
    return Promql(text, None if errors else tree, errors)


class _TooLargeError(Exception):
    pass


class _Parser:
    def __init__(self, text: str) -> None:
        self.cursor = Cursor(text)
        self.operators = 0
        self.depth = 0

    def whole(self) -> Expr | None:
        """Return the tree of the text; None when it is too large."""
        cursor = self.cursor
        if cursor.kind == "end":
            span = Span(0, len(cursor.text))
            message = "there is no expression"
            raise PromqlError(message, span)
        try:
            tree = self.expression(1)
        except _TooLargeError:
            return None
        if cursor.kind == "=":
            message = "`=` compares nothing; write `==`"
            raise PromqlError(message, cursor.token.span)
        if cursor.kind != "end":
            cursor.refuse("after a complete expression")
        return tree

    def expression(self, least: int) -> Expr:
        """Read an operand and the operators behind it that bind at least so strongly."""
        self.depth += 1
        if self.depth > NESTING:
            raise _TooLargeError
        left = self.operand()
        while True:
            op = self.cursor.operator()
            strength = _PRECEDENCE.get(op, 0)
            if not strength or strength < least:
                self.depth -= 1
                return left
            left = self.binary(left, op, strength)

    def binary(self, left: Expr, op: str, strength: int) -> Expr:
        self.operators += 1
        if self.operators > OPERATORS:
            raise _TooLargeError
        token = self.cursor.take()
        returns_bool = self.cursor.word("bool")
        if returns_bool:
            flag = self.cursor.take()
            if op not in COMPARISONS:
                message = f"`bool` may only follow a comparison, and `{op}` is none"
                raise PromqlError(message, flag.span)
        matching = self.matching(op)
        right = self.expression(strength if op == "^" else strength + 1)
        span = Span(left.span.start, right.span.end)
        return Binary(span, op, token.span, left, right, returns_bool, matching)

    def matching(self, op: str) -> Matching | None:
        cursor = self.cursor
        if not (cursor.word("on") or cursor.word("ignoring")):
            return None
        first = cursor.take()
        labels, end = self.cursor.labels()
        on = first.text.lower() == "on"
        matching = Matching(on, labels, Span(first.start, end))
        if not (cursor.word("group_left") or cursor.word("group_right")):
            return self._filled(matching)
        group = cursor.take()
        if op in SETS:
            message = f"`{group.text}` cannot be used with `{op}`"
            raise PromqlError(message, group.span)
        include: tuple[Label, ...] = ()
        end = group.end
        if cursor.kind == "(":
            include, end = self.cursor.labels()
        side = group.text.lower().removeprefix("group_")
        for label in include:
            if on and label.name in matching.names():
                message = f"the label `{label.name}` stands in both `on` and `{group.text}`"
                raise PromqlError(message, label.span)
        span = Span(first.start, end)
        return self._filled(Matching(on, labels, span, side, include, Span(group.start, end)))

    def _filled(self, matching: Matching) -> Matching:
        """Read past `fill`, `fill_left` and `fill_right`, which change no labels."""
        while any(self.cursor.word(word) for word in ("fill", "fill_left", "fill_right")):
            self.cursor.take()
            self.cursor.expect("(", "after fill")
            self.expression(1)
            self.cursor.expect(")", "to close fill")
        return matching

    def operand(self) -> Expr:
        cursor = self.cursor
        if cursor.kind in ("+", "-"):
            sign = cursor.take()
            # A sign binds as `*` does: -1^2 is -(1^2), and -a * b is (-a) * b.
            inner = self.expression(_POWER)
            return Unary(Span(sign.start, inner.span.end), sign.kind, inner)
        return postfix(cursor, self.primary())

    def primary(self) -> Expr:
        cursor = self.cursor
        if cursor.kind == "(":
            start = cursor.take()
            inner = self.expression(1)
            end = cursor.expect(")", "to close the `(`")
            return Paren(Span(start.start, end.end), inner)
        if cursor.kind == "name":
            name, following = cursor.token.text.lower(), cursor.following
            if name in AGGREGATIONS and (following.kind == "(" or following.text.lower() in ("by", "without")):
                return self.aggregation()
            if following.kind == "(":
                return self.call()
        number = literal(cursor)
        return selector(cursor) if number is None else number

    def call(self) -> Expr:
        name = self.cursor.take()
        args, end = self.arguments()
        return Call(Span(name.start, end), name.text, name.span, args)

    def arguments(self) -> tuple[tuple[Expr, ...], int]:
        """Read arguments in brackets; return them and where the bracket ends."""
        cursor = self.cursor
        cursor.expect("(", "before the arguments")
        found: list[Expr] = []
        while cursor.kind != ")":
            found.append(self.argument())
            if cursor.kind != ",":
                break
            comma = cursor.take()
            if cursor.kind == ")":
                message = "a comma must not stand before the closing bracket of a call"
                raise PromqlError(message, comma.span)
        return tuple(found), cursor.expect(")", "after the arguments").end

    def argument(self) -> Expr:
        if self.cursor.kind == "string":
            token, value = self.cursor.string()
            return Text(token.span, value)
        return self.expression(1)

    def aggregation(self) -> Expr:
        cursor = self.cursor
        op = cursor.take()
        grouping = self.grouping()
        args, end = self.arguments()
        if grouping is None:
            grouping = self.grouping()
            end = grouping.span.end if grouping is not None else end
        name = op.text.lower()
        wanted = 2 if AGGREGATIONS[name] else 1
        if len(args) != wanted:
            raise PromqlError(_arity(op, wanted, len(args)), op.span)
        parameter = args[0] if wanted > 1 else None
        return Aggregation(Span(op.start, end), name, op.span, args[-1], parameter, grouping)

    def grouping(self) -> Grouping | None:
        cursor = self.cursor
        if not (cursor.word("by") or cursor.word("without")):
            return None
        word = cursor.take()
        labels, end = self.cursor.labels()
        return Grouping(word.text.lower() == "without", labels, Span(word.start, end))


def _arity(op: Token, wanted: int, given: int) -> str:
    needs = "a parameter and an expression" if wanted > 1 else "one expression"
    return f"`{op.text}` takes {needs}, and {given} argument{'s are' if given != 1 else ' is'} given"
