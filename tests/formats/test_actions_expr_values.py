"""Expressions have the values that GitHub's own evaluator gives them, but where the runner itself differs from it."""

from __future__ import annotations

import json
import math
from contextlib import suppress
from pathlib import Path

import pytest

from maverick_lint.formats._actions_expr import ExpressionError, evaluate, parse
from maverick_lint.formats._actions_expr.values import Unknown, Value, text_of

FOLDER = Path(__file__).parent.parent / "fixtures" / "expressions"
CONTEXTS: dict[str, Value] = json.loads((FOLDER / "contexts.json").read_text(encoding="utf-8"))
CASES = [
    line.rpartition(" => ")[::2]
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_values(text: str, expected: str) -> None:
    """An expression has its value; one without a value is refused, or its value is unknown."""
    if expected == "!":
        with suppress(ExpressionError):
            assert isinstance(evaluate(parse(text), CONTEXTS), Unknown)
        return
    wanted = json.loads(expected)
    found = evaluate(parse(text), CONTEXTS)
    if isinstance(wanted, dict) and set(wanted) == {"number"}:
        assert isinstance(found, float)
        assert not math.isfinite(found)
        assert text_of(found) == wanted["number"]
    else:
        assert found == wanted
        assert isinstance(found, bool) == isinstance(wanted, bool)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # The runner writes numbers with 15 digits at most, in .NET's manner; the package leaves that to JavaScript.
        ("format('{0}', 1e21)", "1E+21"),
        ("format('{0}', 123456789012345678)", "1.23456789012346E+17"),
        ("format('{0}', 0.000001)", "1E-06"),
        ("format('{0}', 1e15)", "1E+15"),
        ("format('{0}', 3.14159265358979323)", "3.14159265358979"),
        # Doubled quotes stand for one each; the package undoubles the first alone.
        ("'''a'''", "'a'"),
        ("'a''''b'", "a''b"),
        # Of the prefixes of other bases the runner knows 0x and 0o, in small letters.
        ("'0X10' == 16", False),
        ("'0b1' == 1", False),
    ],
)
def test_where_the_runner_differs(text: str, value: Value) -> None:
    """Where the package and the runner differ, the runner is right."""
    assert evaluate(parse(text), CONTEXTS) == value


def test_unknown_items_stay_unknown() -> None:
    """A filter over what is not known in full tells nothing."""
    contexts: dict[str, Value] = {"a": {"*": None}, "b": [Unknown(), {"x": 1}], "c": [{"*": None}]}
    for text in ("a.*", "b.*.x", "c.*.x[0]", "contains(b.*, 'x')", "contains(c.*.x, 'y')", "c.*.*"):
        value = evaluate(parse(text), contexts)
        assert isinstance(value, Unknown) or (isinstance(value, list) and any(isinstance(v, Unknown) for v in value))
