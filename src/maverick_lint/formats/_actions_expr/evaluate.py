"""What an expression is worth, as far as that is known before a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr.tree import Binary, Call, Expression, Literal, Member, Name, Not
from maverick_lint.formats._actions_expr.values import UNKNOWN, Unknown, Value, compare, starts_with, text_of, truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST: Final = 100_000


def evaluate(expression: Expression, contexts: Mapping[str, Value]) -> Value:
    """Return the value of an expression, UNKNOWN where it depends on what `contexts` does not hold.

    `contexts` maps names in lower case to values. An object in it knows all of its properties, unless it holds the
    key "*": then what it lacks is unknown, not null.
    """
    try:
        return _value(expression, contexts)
    except RecursionError:  # thousands of operators in a row
        return UNKNOWN


def _value(expression: Expression, contexts: Mapping[str, Value]) -> Value:
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Name):
        return contexts.get(expression.name.lower(), UNKNOWN)
    if isinstance(expression, Member):
        return _member(expression, contexts)
    if isinstance(expression, Not):
        known = truth(_value(expression.operand, contexts))
        return UNKNOWN if known is None else not known
    if isinstance(expression, Binary):
        return _binary(expression, contexts)
    return _call(expression, contexts)


def _member(expression: Member, contexts: Mapping[str, Value]) -> Value:
    of = _value(expression.of, contexts)
    if isinstance(of, Unknown) or expression.key is None:
        return UNKNOWN
    key = _value(expression.key, contexts)
    if isinstance(key, Unknown):
        return UNKNOWN
    if isinstance(of, dict):
        wanted = text_of(key).lower()
        return next((value for name, value in of.items() if name.lower() == wanted), UNKNOWN if "*" in of else None)
    if isinstance(of, list) and isinstance(key, int | float) and float(key).is_integer() and 0 <= key < len(of):
        return of[int(key)]
    return None


def _binary(expression: Binary, contexts: Mapping[str, Value]) -> Value:
    left = _value(expression.left, contexts)
    if expression.operator not in ("&&", "||"):
        return compare(expression.operator, left, _value(expression.right, contexts))
    stops = expression.operator == "||"
    known = truth(left)
    if known is stops:
        return left
    right = _value(expression.right, contexts)
    if known is not None:
        return right
    # The left side is unknown: the result is one of the two, and its truth is known if the right one stops as well.
    return Unknown(stops) if truth(right) is stops else UNKNOWN


def _call(call: Call, contexts: Mapping[str, Value]) -> Value:
    name = call.name.lower()
    if name == "always":
        return True
    arguments = [_value(argument, contexts) for argument in call.arguments]
    if name == "startswith" and len(arguments) == 2:  # noqa: PLR2004 - a text and its prefix
        return starts_with(*arguments)
    if name == "case":
        return _case(arguments)
    if name not in _FUNCTIONS or any(_holds_unknown(argument) for argument in arguments):
        return UNKNOWN
    try:
        return _FUNCTIONS[name](*arguments)
    except (TypeError, ValueError, IndexError, RecursionError):
        return UNKNOWN


def _holds_unknown(value: Value) -> bool:
    if isinstance(value, list):
        return any(_holds_unknown(item) for item in value)
    if isinstance(value, dict):
        return "*" in value or any(_holds_unknown(item) for item in value.values())
    return isinstance(value, Unknown)


def _case(arguments: list[Value]) -> Value:
    for condition, value in zip(arguments[:-1:2], arguments[1::2], strict=False):
        known = truth(condition)
        if known is None:
            return UNKNOWN
        if known:
            return value
    return arguments[-1] if len(arguments) % 2 else UNKNOWN


def _contains(where: Value, what: Value) -> Value:
    if isinstance(where, list):
        return any(compare("==", item, what) is True for item in where)
    return text_of(what).upper() in text_of(where).upper()


def _ends_with(where: Value, what: Value) -> Value:
    return text_of(where).upper().endswith(text_of(what).upper())


def _format(template: Value, *values: Value) -> Value:
    pieces = text_of(template).replace("{{", "\0").replace("}}", "\1").split("{")
    out = [pieces[0]]
    for piece in pieces[1:]:
        index, _, rest = piece.partition("}")
        out.extend((text_of(values[int(index)]), rest))
    text = "".join(out)
    return text.replace("\0", "{").replace("\1", "}") if len(text) <= _LONGEST else UNKNOWN


def _join(values: Value, separator: Value = ",") -> Value:
    return text_of(separator).join(text_of(v) for v in values) if isinstance(values, list) else text_of(values)


def _to_json(value: Value) -> Value:
    return json.dumps(value, indent=2)


def _from_json(text: Value) -> Value:
    value: Value = json.loads(text_of(text))
    return value


_FUNCTIONS: Final[dict[str, Callable[..., Value]]] = {
    "contains": _contains,
    "endswith": _ends_with,
    "format": _format,
    "join": _join,
    "tojson": _to_json,
    "fromjson": _from_json,
}
