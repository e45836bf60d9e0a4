"""PromQL: the labels that a result can have, and durations."""

from __future__ import annotations

import pytest

from maverick_lint.formats._promql import parse_promql
from maverick_lint.formats._promql.durations import fault, seconds
from maverick_lint.formats._promql.labels import branches
from maverick_lint.formats._re2 import empty_matches
from maverick_lint.formats._re2 import fault as regex_fault


@pytest.mark.parametrize(
    ("text", "label", "by"),
    [
        ("sum(a)", "job", "sum()"),
        ("sum by (job) (a)", "job", None),
        ("sum(a) without (x)", "x", "sum without (x)"),
        ("topk(3, a)", "job", None),
        ('count_values("v", a)', "v", None),
        ('absent(up{job="x"})', "job", None),
        ('absent(up{job="x"})', "instance", "absent()"),
        ("a / on (j) b", "k", "on (j)"),
        ("a / ignoring (k) b", "k", "ignoring (k)"),
        ("a * on (j) group_left (v) b", "v", None),
        ("a * on (j) group_left () b", "v", None),
        ("a * on (j) group_right (v) sum by (v) (b)", "w", "sum by (v)"),
        ('label_replace(sum(a), "z", "$1", "q", "")', "z", None),
        ("histogram_quantile(0.9, rate(a[5m]))", "le", "histogram_quantile()"),
        ("time() - a", "job", None),
        ("a and sum(b)", "job", None),
        ("vector(1)", "job", "vector()"),
        ('a{job=""}', "job", 'the matcher job=""'),
        ("abs(a)", "__name__", "abs()"),
    ],
)
def test_labels(text: str, label: str, by: str | None) -> None:
    tree = parse_promql(text).tree
    assert tree is not None
    (branch,) = branches(tree)
    gone = branch.gone(label)
    assert (gone.by if gone is not None else None) == by


def test_each_side_of_or_is_a_branch_and_dead_ones_are_left_out() -> None:
    tree = parse_promql("(sum by (job) (a) or vector(1)) == 0").tree
    assert tree is not None
    assert [branch.gone("job") for branch in branches(tree)] == [None]
    tree = parse_promql("a or sum(b)").tree
    assert tree is not None
    assert [branch.gone("job") is None for branch in branches(tree)] == [True, False]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1h30m", 5400.0),
        ("0", 0.0),
        ("15s", 15.0),
        ("1d", 86400.0),
        ("250ms", 0.25),
        ("5", None),
        ("1m1h", None),
        ("", None),
    ],
)
def test_durations(text: str, value: float | None) -> None:
    assert seconds(text) == value
    assert value is not None or fault(text)


@pytest.mark.parametrize(
    "pattern",
    ["5..", "(?i)a|b", "a{2,3}", "[[:alpha:]_]+", r"\\pL\\d+\\.x?", "(?P<n>a)*?", r"\\Q(\\E", "[]a]", "", "a||b"],
)
def test_regular_expressions(pattern: str) -> None:
    assert regex_fault(pattern.replace("\\\\", "\\")) is None


@pytest.mark.parametrize(
    "pattern", ["(", ")", "[a", "a**", "*", "(?=a)", "(?<!a)", r"(a)\1", "a{1001}", "a{3,2}", "\\", r"\y", "(?>a)"]
)
def test_regular_expressions_that_re2_refuses(pattern: str) -> None:
    assert regex_fault(pattern)


def test_what_matches_the_empty_text() -> None:
    assert [empty_matches(p) for p in (".*", ".+", "a|", "a?b?", r"\pL*")] == [True, False, True, True, None]
