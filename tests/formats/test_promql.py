"""PromQL: what is accepted and refused, and where errors stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from maverick_lint.formats._promql import parse_promql
from maverick_lint.formats._promql.tree import Aggregation, Binary, Call, Paren, Selector, Subquery, Unary, walk

promql_parser = pytest.importorskip("promql_parser")

VALID = """1
-1^2
5m
0x1f
inf + nan
foo
{__name__="a"}
{"a.b", x="y"}
foo{a="b",}
foo{"x.y"=~"z"}
sum by (a,) (foo)
sum(foo) by (a)
sum without() (foo)
topk(3, foo)
sum
by
offset
foo offset -5m
foo[5m] offset 1h @ end()
foo @ 12.5
foo[1h:5m]
rate(foo[5m])[1h:1m]
a + on(x) group_left(y) b
a == on() group_right b
a or b unless c
1 > bool 2
label_replace(foo, "a", "$1", "b", "(.*)")
label_join(foo, "a", ",")
hour()
histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))
- - 1
{a=~".+"}
round(foo, 5)
avg_over_time((a+b)[1h:])
count_values("v", foo)
a atan2 b
foo{a='x'} # comment
foo[300]""".splitlines()

# Text, and what the error points at.
INVALID = [
    ("foo[", "["),
    ("foo{a}", "}"),
    ("foo{a=b}", "b"),
    ("foo(1)", "foo"),
    ("rate(foo)", "foo"),
    ("sum(foo,bar)", "sum"),
    ("topk(foo)", "topk"),
    ("foo bar", "bar"),
    ("1 > 2", ">"),
    ("foo and 1", "and"),
    ('foo + "x"', '"x"'),
    ("foo[5m] + 1", "foo[5m]"),
    ("{}", "{}"),
    ('{a=~".*"}', '{a=~".*"}'),
    ('foo{__name__="a"}', '__name__="a"'),
    ("foo[5m][5m]", "[5m]"),
    ("(foo)[5m]", "[5m]"),
    ("foo offset 5m[5m]", "[5m]"),
    ("foo[0s]", "0s"),
    ("foo[5x]", "5x"),
    ("foo[1m5h]", "1m5h"),
    ("sum by (a b) (foo)", "b"),
    ("a and on(x) group_left() b", "group_left"),
    ("a + on(x) group_left(x) b", "x"),
    ("a + bool b", "bool"),
    ("1 + on(x) b", "on(x)"),
    ('foo{a=~"("}', '"("'),
    ("rte(foo[5m])", "rte"),
    ('"abc', '"abc'),
    ('foo{a="\\d"}', "\\d"),
    ("foo = 1", "="),
    ("-foo[5m]", "foo[5m]"),
    ("vector(foo)", "foo"),
    ("quantile(foo, foo)", "foo"),
    ("a && b", "&&"),
    ("foo{,}", ","),
    ("sum(foo,)", ","),
]


def oracle(text: str) -> bool:
    try:
        promql_parser.parse(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    read = parse_promql(text)
    assert read.errors == ()
    assert read.tree is not None
    assert oracle(text)


@pytest.mark.parametrize(("text", "shown"), INVALID)
def test_invalid(text: str, shown: str) -> None:
    read = parse_promql(text)
    assert read.tree is None
    span, message = read.errors[0]
    assert text[span.start : span.end] == shown
    assert message
    assert not oracle(text)


def test_every_type_error_is_reported() -> None:
    read = parse_promql("rate(a) + irate(b) + sum(1)")
    assert [read.text[span.start : span.end] for span, _ in read.errors] == ["a", "b", "1"]


def test_raw_strings_have_no_escapes() -> None:
    # promql-parser refuses them; promtool takes them.
    tree = parse_promql("foo{b=`y\\d`}").tree
    assert isinstance(tree, Selector)
    assert tree.matchers[0].value == "y\\d"


def test_tree_and_spans() -> None:
    text = 'sum by (job) (rate(http_total{code=~"5.."}[5m] offset 1h)) / on (job) group_left (x) (b[1h:5m]) > bool -1'
    tree = parse_promql(text.replace("(b[1h:5m])", "b")).tree
    assert isinstance(tree, Binary)
    assert (tree.op, tree.returns_bool) == (">", True)
    assert isinstance(tree.right, Unary)
    assert isinstance(tree.left, Binary)
    matching = tree.left.matching
    assert matching is not None
    assert (matching.on, matching.names(), matching.group) == (True, frozenset({"job"}), "left")
    aggregation = tree.left.left
    assert isinstance(aggregation, Aggregation)
    call = aggregation.expr
    assert isinstance(call, Call)
    selector = call.args[0]
    assert isinstance(selector, Selector)
    assert selector.range is not None
    assert selector.offset is not None
    assert (selector.name, selector.range.seconds, selector.offset.seconds) == ("http_total", 300.0, 3600.0)
    matcher = selector.matchers[0]
    assert text[matcher.value_span.start : matcher.value_span.end] == '"5.."'
    assert text[selector.range.span.start : selector.range.span.end] == "[5m]"


def test_subquery_and_precedence() -> None:
    tree = parse_promql("max_over_time((a + b * c ^ d)[1h:5m])").tree
    assert isinstance(tree, Call)
    subquery = tree.args[0]
    assert isinstance(subquery, Subquery)
    assert (subquery.range.seconds, subquery.range.step) == (3600.0, 300.0)
    assert isinstance(subquery.expr, Paren)
    plus = subquery.expr.expr
    assert isinstance(plus, Binary)
    assert isinstance(plus.right, Binary)
    assert (plus.op, plus.right.op) == ("+", "*")


@pytest.mark.parametrize("text", ["(" * 5000 + "a" + ")" * 5000, "a" + "+a" * 3000, "-" * 5000 + "1", "x" * 200_000])
def test_hostile_texts_are_unknown(text: str) -> None:
    read = parse_promql(text)
    assert read.tree is None
    assert read.errors == ()


PIECES = st.sampled_from(
    [
        "sum",
        "(",
        ")",
        "by",
        "rate",
        "foo",
        "{",
        "}",
        "[",
        "]",
        "5m",
        ":",
        "=",
        "=~",
        '"x"',
        "1",
        "+",
        "or",
        "on",
        ",",
        "@",
        "-",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join)))
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    read = parse_promql(text)
    for span, _ in read.errors:
        assert span.end <= len(text)
    for node in walk(read.tree) if read.tree is not None else ():
        assert node.span.start < node.span.end <= len(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES.filter(lambda piece: piece != ":"), min_size=1, max_size=12).map(" ".join))
def test_agrees_with_the_oracle(text: str) -> None:
    assume(not re.search(r'[+-] "x"', text))  # the oracle takes a sign before a string, which Prometheus refuses
    assert (parse_promql(text).tree is not None) == oracle(text)
