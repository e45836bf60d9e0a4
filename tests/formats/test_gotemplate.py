"""Go templates: what they use, what queries they ask, and where faults stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.formats._gotemplate import HOLE, read_template

VARIABLES = frozenset({"$labels", "$value"})


def read(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    template = read_template(text, VARIABLES)
    assert template.faults == []
    return [(template.resolved(use), use.dot) for use in template.uses]


def test_uses_and_aliases() -> None:
    text = '{{ $x := $labels }}{{ $x.job }} {{ index $labels "a-b" }} {{ .Labels.pod | toUpper }}'
    assert read(text)[1:] == [(("$labels", "job"), None), (("$labels", "a-b"), None), ((".Labels", "pod"), None)]


def test_the_dot_of_a_query() -> None:
    text = '{{ range query "up" }}{{ .Labels.a }}{{ $labels.b }}{{ $.Labels.c }}{{ end }}{{ .Labels.d }}'
    assert read(text) == [
        ((".Labels", "a"), 0),
        (("$labels", "b"), None),
        ((".Labels", "c"), None),
        ((".Labels", "d"), None),
    ]


def test_label_of_a_query() -> None:
    assert read('{{ query "up" | first | label "job" }}') == [((".Labels", "job"), 0)]
    assert read('{{ with query "a" }}{{ $s := . | first }}{{ $s.Labels.x }}{{ end }}')[-1] == ((".Labels", "x"), 0)
    assert read('{{ (query "a" | first).Labels.y }}') == [((".Labels", "y"), 0)]


def test_an_unknown_dot_says_nothing() -> None:
    assert read("{{ range args 1 2 }}{{ .Labels.a }}{{ end }}") == [((".Labels", "a"), -1)]
    assert read('{{ define "x" }}{{ .Labels.a }}{{ end }}') == [((".Labels", "a"), -1)]


def test_queries() -> None:
    text = """{{ query "up" }}{{ printf "up{a=%q}" "b" | query }}{{ query (printf "%s" "x") }}{{ query $labels.q }}"""
    asked = read_template(text, VARIABLES).queries
    assert [(one.text, one.formatted) for one in asked] == [
        ("up", False), ("up{a=%q}", True), ("%s", True), (None, False),
    ]  # fmt: skip
    assert all(one.text is None or text[one.span.start : one.span.end] == one.text for one in asked)


def test_plain_text() -> None:
    assert read_template("a {{ $value }}% b", VARIABLES).plain == f"a {HOLE}% b"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("{{ $x }}", "$x"),
        ("{{ if true }}{{ $x := 1 }}{{ end }}{{ $x }}", "$x"),
        ("{{ end }}", "end"),
        ("{{ if true }}", "if"),
        ("{{ if true }}{{ else }}{{ else }}{{ end }}", "else"),
        ("{{ else }}", "else"),
        ("{{ ($value }}", "("),
        ("{{ $value) }}", ")"),
        ("{{ $value | 5 }}", "5"),
        ("{{ | x }}", "|"),
        ("{{ 5a }}", "5a"),
        ("{{ break }}", "break"),
        ("{{ define x }}{{ end }}", "x"),
        ("{{ a, b }}", ","),
        ('{{ "a }}', '"'),
    ],
)
def test_faults(text: str, at: str) -> None:
    span, _ = read_template(text, VARIABLES).faults[0]
    assert text[span.start : span.end] == at


WORDS = (
    """{{ }} {{- -}} if range with end else $x := = | ( ) "a" .b query first define template 1 , /* */ $labels.job é"""
)
PIECES = st.sampled_from([*WORDS.split(), " ", "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    template = read_template(text, VARIABLES)
    spans = [span for span, _ in template.faults] + [use.span for use in template.uses]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
