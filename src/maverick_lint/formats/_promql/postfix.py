"""Selectors, literals, and what may follow an expression: `[5m]`, `[1h:5m]`, `offset 1h`, `@ end()`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import replace
from maverick_lint.core.span import Span
from maverick_lint.formats._promql import durations
from maverick_lint.formats._promql.lexer import PromqlError
from maverick_lint.formats._promql.tree import Expr, Matcher, Number, Range, Selector, Shift, Subquery, Text

if TYPE_CHECKING:
    from maverick_lint.formats._promql.cursor import Cursor

_MATCHES: Final = frozenset({"=", "!=", "=~", "!~"})
# The grammar lets most of its words be the name of a metric, but not these.
_RESERVED: Final = frozenset({"on", "ignoring", "group_left", "group_right", "bool", "atan2"})
_ENDS: Final = frozenset({"]", ":", "end"})
_BRACKET: Final[frozenset[str]] = frozenset({"end"})
_DURATION_WORDS: Final = frozenset({"step", "range", "min", "max"})
_DURATION_SIGNS: Final = frozenset("+-*/%^(),")


def literal(cursor: Cursor) -> Expr | None:
    """Read a number, a duration that stands for a number, or a string; None when the next token is none."""
    token = cursor.token
    if token.kind == "string":
        token, value = cursor.string()
        return Text(token.span, value)
    if token.kind == "name" and token.text.lower() in ("inf", "nan"):
        cursor.take()
        return Number(token.span, math.inf if token.text.lower() == "inf" else math.nan)
    if token.kind not in ("number", "duration"):
        return None
    cursor.take()
    return Number(token.span, _value(token.kind, token.text, token.span))


def _value(kind: str, text: str, span: Span) -> float:
    if kind == "duration":
        seconds = durations.seconds(text)
        if seconds is None:
            message = f"the duration `{text}` {durations.fault(text)}"
            raise PromqlError(message, span)
        return seconds
    try:
        return float(int(text, 16)) if text[:2].lower() == "0x" else float(text)
    except (ValueError, OverflowError):
        message = f"`{text}` is no number"
        raise PromqlError(message, span) from None


def selector(cursor: Cursor) -> Expr:
    """Read a metric name, matchers in braces, or both."""
    name, name_span, start = "", None, cursor.token.start
    if cursor.kind == "name" and cursor.token.text.lower() not in _RESERVED:
        token = cursor.take()
        name, name_span = token.text, token.span
    elif cursor.kind != "{":
        cursor.refuse("where an expression must stand")
    matchers: list[Matcher] = []
    if cursor.kind == "{":
        cursor.take()
        while cursor.kind != "}":
            quoted = _quoted_name(cursor)
            if quoted is not None:
                if name:
                    message = f"the metric's name is given twice, as `{name}` and as `{quoted.value}`"
                    raise PromqlError(message, quoted.span)
                name, name_span = quoted.value, quoted.span
            else:
                matchers.append(_matcher(cursor))
            if cursor.kind != ",":
                break
            cursor.take()
        cursor.expect("}", "after the matchers")
    span = Span(start, cursor.end)
    return Selector(span, name, name_span or span, tuple(matchers))


def _quoted_name(cursor: Cursor) -> Text | None:
    """Read a metric's name in quotes inside braces: `{"http.requests"}`."""
    if cursor.kind != "string" or cursor.following.kind not in (",", "}"):
        return None
    token, value = cursor.string()
    return Text(token.span, value)


def _matcher(cursor: Cursor) -> Matcher:
    label = cursor.label()
    if cursor.kind not in _MATCHES:
        message = f"expected `=`, `!=`, `=~` or `!~` after the label `{label.name}`, found {cursor.token}"
        raise PromqlError(message, cursor.token.span)
    op = cursor.take()
    if cursor.kind != "string":
        message = f"expected a string in quotes after `{label.name}{op.text}`, found {cursor.token}"
        raise PromqlError(message, cursor.token.span)
    token, value = cursor.string()
    return Matcher(label.name, op.text, value, Span(label.span.start, token.end), label.span, token.span)


def postfix(cursor: Cursor, node: Expr) -> Expr:
    """Read the ranges and modifiers behind an expression."""
    while True:
        if cursor.kind == "[":
            node = _ranged(cursor, node)
        elif cursor.word("offset") or cursor.kind == "@":
            node = _shifted(cursor, node)
        elif cursor.word("anchored") or cursor.word("smoothed"):
            cursor.take()
        else:
            return node


def _ranged(cursor: Cursor, node: Expr) -> Expr:
    opening = cursor.take()
    seconds = _window(cursor, "a range")
    step, subquery = None, cursor.kind == ":"
    if subquery:
        cursor.take()
        if cursor.kind != "]":
            step = _window(cursor, "a step")
    closing = cursor.expect("]", "to close the range")
    window = Range(Span(opening.start, closing.end), seconds, step, subquery)
    if subquery:
        return Subquery(Span(node.span.start, closing.end), node, window)
    if not isinstance(node, Selector):
        message = "a range may only follow a vector selector; a subquery has a colon, as in `[1h:]`"
        raise PromqlError(message, window.span)
    if node.range is not None:
        message = "a second range follows the first; a subquery has a colon, as in `[1h:]`"
        raise PromqlError(message, window.span)
    if node.offset is not None or node.at is not None:
        message = "the range must stand before `offset` and `@`"
        raise PromqlError(message, window.span)
    return replace(node, span=Span(node.span.start, closing.end), range=window)


def _window(cursor: Cursor, what: str) -> float | None:
    """Read the inside of square brackets; None for an arithmetic expression over durations."""
    token = cursor.token
    beyond = cursor.tokens[min(cursor.index + 2, len(cursor.tokens) - 1)]
    if token.kind == "-" and cursor.following.kind in ("number", "duration") and beyond.kind in _ENDS:
        message = f"{what} must be longer than 0"
        raise PromqlError(message, Span(token.start, cursor.following.end))
    if cursor.following.kind in _ENDS and token.kind in ("number", "duration"):
        cursor.take()
        value = _value(token.kind, token.text, token.span)
        if value <= 0:
            message = f"{what} must be longer than 0"
            raise PromqlError(message, token.span)
        return value
    if cursor.kind in _ENDS:
        cursor.refuse(f"where {what} must stand")
    _arithmetic(cursor, _ENDS)
    return None


def _arithmetic(cursor: Cursor, ends: frozenset[str]) -> None:
    """Read over an arithmetic expression of durations (an experiment of Prometheus 3), checking its words only."""
    depth, operand = 0, False
    while depth or cursor.kind not in ends:
        token = cursor.token
        is_operand = token.kind in ("number", "duration") or (token.kind == "name" and token.text in _DURATION_WORDS)
        if not (is_operand or token.kind in _DURATION_SIGNS) or (is_operand and operand):
            message = f"expected a duration such as `5m`, found {token}"
            raise PromqlError(message, token.span)
        operand = is_operand
        depth += (token.kind == "(") - (token.kind == ")")
        cursor.take()
        if depth < 0 or (not depth and token.kind == ")" and ends is _BRACKET):
            return


def _shifted(cursor: Cursor, node: Expr) -> Expr:
    word = cursor.take()
    is_offset = word.kind == "name"
    if not isinstance(node, (Selector, Subquery)):
        message = f"`{word.text}` may only follow a selector or a subquery"
        raise PromqlError(message, word.span)
    if (node.offset if is_offset else node.at) is not None:
        message = f"`{word.text}` is given twice"
        raise PromqlError(message, word.span)
    sign = -1.0 if cursor.kind == "-" else 1.0
    if cursor.kind in ("+", "-"):
        cursor.take()
    value = _time(cursor, word.text, is_offset=is_offset)
    shift = Shift(Span(word.start, cursor.end), None if value is None else sign * value)
    span = Span(node.span.start, cursor.end)
    return replace(node, span=span, offset=shift) if is_offset else replace(node, span=span, at=shift)


def _time(cursor: Cursor, word: str, *, is_offset: bool) -> float | None:
    token = cursor.token
    if token.kind in ("number", "duration"):
        cursor.take()
        return _value(token.kind, token.text, token.span)
    edges = ("step", "range") if is_offset else ("start", "end")
    if token.kind == "name" and token.text.lower() in edges and cursor.following.kind == "(":
        cursor.take()
        cursor.take()
        cursor.expect(")", f"after `{token.text}(`")
        return None
    if is_offset and token.kind == "(" and cursor.following.kind != ")":
        _arithmetic(cursor, _BRACKET)
        return None
    wanted = "a duration such as `5m`" if is_offset else "a time stamp, `start()` or `end()`"
    message = f"expected {wanted} after `{word}`, found {token}"
    raise PromqlError(message, token.span)
