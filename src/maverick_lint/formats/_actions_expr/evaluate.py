"""What an expression is worth, as far as that is known before a run."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr.tree import Binary, Call, Expression, Literal, Member, Name, Not
from maverick_lint.formats._actions_expr.values import (
    UNKNOWN,
    Unknown,
    Value,
    compare,
    number,
    plain,
    starts_with,
    text_of,
    truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST: Final = 100_000
_BRACES: Final = re.compile(r"\{\{|\}\}|\{(\d{1,3})\}|[{}]")
_ABSENT: Final = Unknown(truth=False)


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
    if isinstance(of, Unknown):
        return UNKNOWN
    if expression.key is None:
        return _star(of)
    key = _value(expression.key, contexts)
    if isinstance(key, Unknown):
        return UNKNOWN
    if isinstance(of, Filtered):
        return _filtered(of, key)
    return _get(of, key)


class Filtered(list["Value"]):
    """What `.*` gives: a name behind it is asked of each item, and those that lack it are left out."""


def _star(of: Value) -> Value:
    if isinstance(of, dict):
        return UNKNOWN if "*" in of else Filtered(of.values())
    if not isinstance(of, list):
        return Filtered()
    if not isinstance(of, Filtered):
        return Filtered(of)
    if any(isinstance(item, Unknown) or (isinstance(item, dict) and "*" in item) for item in of):
        return UNKNOWN
    groups = [item.values() if isinstance(item, dict) else item for item in of if isinstance(item, dict | list)]
    return Filtered(value for group in groups for value in group)


def _filtered(of: Filtered, key: Value) -> Value:
    found = Filtered()
    for item in of:
        if isinstance(item, Unknown):
            return UNKNOWN
        if isinstance(item, dict):
            value = _get(item, key, absent=_ABSENT)
            if value is not _ABSENT:
                found.append(value)
        elif isinstance(item, list) and (at := _index(key)) is not None and at < len(item):
            found.append(item[at])
    return found


def _get(of: Value, key: Value, absent: Value = None) -> Value:
    if isinstance(of, dict):
        wanted = text_of(key).lower()
        return next((value for name, value in of.items() if name.lower() == wanted), UNKNOWN if "*" in of else absent)
    at = _index(key) if isinstance(of, list) else None
    return of[at] if isinstance(of, list) and at is not None and at < len(of) else None


def _index(key: Value) -> int | None:
    """Return a key as the index of a list: numbers are cut, texts of digits count; None for what is none."""
    at = number(key)
    return int(at) if at >= 0 and at != float("inf") else None


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
    if len(arguments) % 2 == 0:
        return UNKNOWN
    for condition, value in zip(arguments[:-1:2], arguments[1::2], strict=False):
        if not isinstance(condition, bool):
            return UNKNOWN
        if condition:
            return value
    return arguments[-1]


def _contains(where: Value, what: Value) -> Value:
    if isinstance(where, list):
        return any(compare("==", item, what) is True for item in where)
    return plain(where) and plain(what) and text_of(what).upper() in text_of(where).upper()


def _ends_with(where: Value, what: Value) -> Value:
    return plain(where) and plain(what) and text_of(where).upper().endswith(text_of(what).upper())


def _format(template: Value, *values: Value) -> Value:
    pieces, fault = placeholders(text_of(template))
    if fault:
        return UNKNOWN
    text = "".join(one if isinstance(one, str) else text_of(values[one]) for one in pieces)
    return text if len(text) <= _LONGEST else UNKNOWN


def placeholders(template: str) -> tuple[list[str | int], str]:
    """Return the texts and the numbers of the arguments that a template of `format` is made of, and what is wrong."""
    pieces: list[str | int] = []
    position = 0
    for match in _BRACES.finditer(template):
        pieces.append(template[position : match.start()])
        position = match.end()
        sign = match[0]
        if sign in ("{{", "}}"):
            pieces.append(sign[0])
        elif match[1] is None:
            return pieces, sign
        else:
            pieces.append(int(match[1]))
    return [*pieces, template[position:]], ""


def _join(values: Value, separator: Value = ",") -> Value:
    if isinstance(values, list):
        return (text_of(separator) if plain(separator) else "").join(text_of(value) for value in values)
    return text_of(values) if plain(values) else ""


def _to_json(value: Value) -> Value:
    return json.dumps(_whole(value), indent=2, ensure_ascii=False)


def _whole(value: Value) -> Value:
    """Return a value with whole numbers as such, which JSON writes without a fraction, and NaN as null."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value if value - value == 0 else None
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return {name: _whole(item) for name, item in value.items()} if isinstance(value, dict) else value


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
