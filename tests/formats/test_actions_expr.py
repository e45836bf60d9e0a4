"""Expressions of GitHub Actions: what they are worth, three-valued, and where they go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.formats._actions_expr import ExpressionError, constant_text, evaluate, parse, parts, truth_of
from maverick_lint.formats._actions_expr.script import filled
from maverick_lint.formats._actions_expr.taint import carried, is_outside
from maverick_lint.formats._actions_expr.tree import path_of
from maverick_lint.formats._actions_expr.values import UNKNOWN, Unknown

if TYPE_CHECKING:
    from maverick_lint.formats._actions_expr import Value

PIECES = [
    "'",
    "''",
    "${{",
    "}}",
    "(",
    ")",
    "[",
    "]",
    ".",
    "*",
    "!",
    "&&",
    "||",
    "==",
    "<",
    " ",
    "a",
    "github",
    "0x1",
    "-1e3",
    ",",
    '"',
    "é",
]
CONTEXTS: dict[str, Value] = {
    "github": {"*": None, "event_name": "pull_request", "ref": Unknown(prefix="refs/pull/")},
    "matrix": {"os": "linux", "list": [1.0, 2.0], "flag": False},
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("-1.5e3", -1500.0),
        ("0xff", 255.0),
        ("'it''s'", "it's"),
        ("!''", True),
        ("'' || 'b'", "b"),
        ("'a' && 'b'", "b"),
        ("1 < 2 && 'x' == 'X'", True),
        ("'10' == 10", True),
        ("null == 0", True),
        ("true == 1", True),
        ("'a' < 'B'", True),
        ("NaN == NaN", False),
        ("contains('Hello', 'ELL')", True),
        ("contains(fromJSON('[\"a\", \"b\"]'), 'B')", True),
        ("startsWith('abc', 'AB') && endsWith('abc', 'bc')", True),
        ("format('{0}-{1} {{x}}', 'a', 1)", "a-1 {x}"),
        ("join(fromJSON('[1, 2]'), '+')", "1+2"),
        ("format('{0} {1} {2} {3}', 1.50, -0, NaN, -Infinity)", "1.5 0 NaN -Infinity"),
        ("fromJSON('{\"a\": [true]}').a[0]", True),
        ("matrix.os", "linux"),
        ("matrix['OS']", "linux"),
        ("matrix.none", None),
        ("matrix.list[1]", 2.0),
        ("case(matrix.flag, 'a', true, 'b', 'c')", "b"),
        ("github.event_name == 'push'", False),
        ("startsWith(github.ref, 'refs/tags/')", False),
        ("startsWith(github.ref, 'refs/')", True),
        ("github.ref == 'refs/heads/main'", False),
        ("always()", True),
    ],
)
def test_constants(text: str, value: Value) -> None:
    assert evaluate(parse(text), CONTEXTS) == value


@pytest.mark.parametrize(
    "text", ["github.sha", "inputs.a == 'x'", "!secrets.X", "github.ref == 'refs/pull/1/merge'", "failure()"]
)
def test_unknown_stays_unknown(text: str) -> None:
    assert evaluate(parse(text), CONTEXTS) == UNKNOWN


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ("false", False),
        ("${{ false }}", False),
        ("  ${{ true }}  ", True),
        ("x ${{ false }}", True),
        ("inputs.a && false", False),
        ("inputs.a || true", True),
        ("inputs.a && true", None),
        ("always() && github.event_name == 'push'", False),
        ("", None),
        ("a ==", None),
    ],
)
def test_conditions(condition: str, truth: bool | None) -> None:  # noqa: FBT001 - the expected truth
    assert truth_of(condition, CONTEXTS) is truth


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("a ==", (4, 4), "its end"),
        ('a == "b"', (5, 8), "single"),
        ("'a", (0, 2), "never closed"),
        ("a b", (2, 3), "belongs to nothing"),
        ("f(a,)", (4, 5), "a value"),
        ("a | b", (2, 3), "means nothing"),
        ("(" * 60 + "a", (50, 51), "nested"),
    ],
)
def test_errors_point_at_the_fault(text: str, at: tuple[int, int], says: str) -> None:
    with pytest.raises(ExpressionError, match=says) as caught:
        parse(text)
    assert (caught.value.start, caught.value.end) == at


def test_parts_end_behind_texts_with_braces() -> None:
    text = "a ${{ format('{0}}}', x) }}b${{ y }} ${{ z"
    assert [(part.text, part.closed) for part in parts(text)] == [
        (" format('{0}}}', x) ", True),
        (" y ", True),
        (" z", False),
    ]


def test_constant_text_needs_every_value() -> None:
    assert constant_text("v${{ matrix.os }}-${{ 1 }}", CONTEXTS) == "vlinux-1"
    assert constant_text("v${{ inputs.a }}", CONTEXTS) is None


def test_filled_scripts_keep_their_places() -> None:
    source = Source("x", "run ${{ matrix.os }} and ${{ inputs.a }} end")
    script = filled(source, CONTEXTS)
    assert script.text == "run linux and ${{ inputs.a }} end"
    start = script.text.index("linux")
    assert script.outer(Span(start, start + 5)) == Span(4, 20)
    end = script.text.index("end")
    assert script.outer(Span(end, end + 3)) == Span(41, 44)


def test_taint_follows_values_and_no_tests() -> None:
    text = "github.event.issue.title == 'x' && format('{0}', github.head_ref) || toJSON(github.event.commits[0])"
    found = [path_of(part) for part in carried(parse(text))]
    assert found == [("github", "head_ref"), ("github", "event", "commits", "*")]
    assert all(is_outside(part) for part in carried(parse(text)))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_parses_or_says_where_not(text: str) -> None:
    for part in parts(text):
        assert text[part.start : part.start + 3] == "${{"
    start, end = extent(text)
    assert 0 <= start <= end <= len(text)


def extent(text: str) -> tuple[int, int]:
    """Return where an expression stands, or where it goes wrong."""
    try:
        tree = parse(text)
    except ExpressionError as error:
        return error.start, error.end
    evaluate(tree, CONTEXTS)
    return tree.start, tree.end


def test_thousands_of_operators_end() -> None:
    assert evaluate(parse("||".join(["a"] * 4000)), {}) == UNKNOWN
    assert evaluate(parse("!" * 15_000 + "a"), {}) == UNKNOWN
