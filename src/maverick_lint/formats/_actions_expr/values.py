"""Values of expressions, unknown ones among them, and how they compare.

Source: docs.github.com "Evaluate expressions in workflows and actions", sections Literals and Operators (2026-11-24).
"""

from __future__ import annotations

from typing import Final

from maverick_lint.core.record import record


@record
class Unknown:
    """A value that only a run knows; `truth` says whether it counts as true, where at least that is known.

    `prefix` is what a text is known to begin with: a pull request's `github.ref` begins with `refs/pull/`.
    """

    truth: bool | None = None
    prefix: str = ""


UNKNOWN: Final = Unknown()
Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | Unknown | None


def truth(value: Value) -> bool | None:
    """Say whether a value counts as true; None when that is unknown.

    False, 0, -0, "", null and NaN count as false; lists and objects as true.
    """
    if isinstance(value, Unknown):
        return True if value.prefix else value.truth
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return bool(value)
    if isinstance(value, int | float):
        return value != 0 and value == value  # noqa: PLR0124 - NaN differs from itself
    return True


def number(value: Value) -> float:
    """Return what a known value is as a number; NaN for what is none."""
    if value is None:
        return 0.0
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, str):
        return _of_text(value.strip())
    return float("nan")


def plain(value: Value) -> bool:
    """Say whether a value is no list and no object."""
    return not isinstance(value, list | dict)


def _of_text(text: str) -> float:
    if not text:
        return 0.0
    word = text.lstrip("+-").lower()
    if word in ("inf", "infinity", "nan") and text.lstrip("+-") != "Infinity":
        return float("nan")
    try:
        return float(int(text, 0)) if text[:2] in ("0x", "0o") else float(text.replace("_", "x"))
    except ValueError:
        return float("nan")


def text_of(value: Value) -> str:
    """Return what a known value is as a text; objects and lists are named, as the runner does."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number_text(float(value))
    if isinstance(value, list):
        return "Array"
    return "Object" if isinstance(value, dict) else str(value)


def _number_text(value: float) -> str:
    """Return a number as the runner writes it: 15 digits at most."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN differs from itself
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"  # noqa: PLR0124 - as above
    return f"{value:.15G}" if value else "0"


def compare(operator: str, left: Value, right: Value) -> Value:
    """Return the result of a comparison: a boolean, or UNKNOWN."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _compare_unknown(operator, left, right)
    if operator in ("==", "!="):
        return _equal(left, right) == (operator == "==")
    if isinstance(left, str) and isinstance(right, str):
        return _ordered(operator, left.upper(), right.upper())
    return _ordered(operator, number(left), number(right))


def _compare_unknown(operator: str, left: Value, right: Value) -> Value:
    known, other = (right, left) if isinstance(left, Unknown) else (left, right)
    prefix = other.prefix if isinstance(other, Unknown) else ""
    if operator in ("==", "!=") and prefix and isinstance(known, str) and not _starts(known, prefix):
        return operator == "!="
    return UNKNOWN


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left.upper() == right.upper()
    if isinstance(left, list | dict) or isinstance(right, list | dict):
        return left is right
    return number(left) == number(right)


def _ordered(operator: str, left: str | float, right: str | float) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        order = (left > right) - (left < right)
        return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[operator]
    one, two = float(left), float(right)
    return {"<": one < two, "<=": one <= two, ">": one > two, ">=": one >= two}[operator]


def starts_with(value: Value, prefix: Value) -> Value:
    """Return the result of `startsWith(value, prefix)`."""
    if isinstance(prefix, Unknown):
        return UNKNOWN
    wanted = text_of(prefix)
    if isinstance(value, Unknown):
        if not wanted or (value.prefix and _starts(value.prefix, wanted)):
            return True
        return UNKNOWN if not value.prefix or _starts(wanted, value.prefix) else False
    return plain(value) and plain(prefix) and _starts(text_of(value), wanted)


def _starts(text: str, prefix: str) -> bool:
    return text.upper().startswith(prefix.upper())
