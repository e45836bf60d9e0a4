"""Alertmanager's and Grafana's files: models, variables, hostile aliases, and what amtool says of the same texts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers
from maverick_lint.formats.alertmanager.model import Alertmanager
from maverick_lint.formats.alertmanager.parse import parse as parse_alertmanager
from maverick_lint.formats.grafana.model import Dashboard
from maverick_lint.formats.grafana.parse import parse as parse_grafana
from maverick_lint.formats.grafana.variables import read_query
from rule_examples import ENTRIES

READER = FilesReader(MemoryFiles({}, ()))
CONFIGURATION = """
route:
  receiver: a
  routes:
    - {matchers: ['x="y"', 'z!~"1|2"'], continue: true}
    - {match: {b: c}, routes: [{receiver: b}]}
receivers: [{name: a, webhook_configs: [{url: "http://x"}]}, {name: b}]
time_intervals: [{name: night, time_intervals: [{times: [{start_time: "00:00", end_time: "06:00"}]}]}]
"""


def test_model_of_alertmanager() -> None:
    document = parse_alertmanager(Source("alertmanager.yml", CONFIGURATION), "alertmanager", READER)
    model = document.model
    assert isinstance(model, Alertmanager)
    assert document.errors == ()
    assert model.route is not None
    top, first, second, below = model.route.walk()
    assert (top.matchers, first.continues, second.continues) == ((), True, False)
    assert [(m.label, m.op, m.value) for m in first.matchers or ()] == [("x", "=", "y"), ("z", "!~", "1|2")]
    assert below.receiver is not None
    assert [(r.name, r.integrations) for r in model.receivers] == [("a", ("webhook_configs",)), ("b", ())]
    assert [interval.raw for interval in model.intervals] == ["night"]


@pytest.mark.parametrize(
    "text", ['a="b"', "a=b", '{a="b",c!=d}', ' a =~ "x|y" ', 'a="b,c=d"', '"a b"="c"', "a=", "a==b{", "a=~b{3}"]
)
def test_matchers(text: str) -> None:
    assert list(read_matchers(text))


@pytest.mark.parametrize("text", ["a", 'a=~"("', "=b", 'a="b', "a=~[0-9]{2,3}", "{c=d},{a=b}"])
def test_wrong_matchers(text: str) -> None:
    with pytest.raises(MatcherError):
        list(read_matchers(text))


def test_routes_without_end_are_bounded() -> None:
    levels = "".join(f"l{n}: &l{n}\n  routes: [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))
    text = f"l0: &l0 {{receiver: a}}\n{levels}route: *l8\nreceivers: [{{name: a}}]\n"
    document = parse_alertmanager(Source("alertmanager.yml", text), "alertmanager", READER)
    assert isinstance(document.model, Alertmanager)
    assert document.model.route is not None
    assert sum(1 for _ in document.model.route.walk()) < 10_000


def test_model_of_a_dashboard() -> None:
    text = r"""{"title": "T", "schemaVersion": 1, "templating": {"list": []}, "panels": [
      {"type": "row", "panels": [
        {"title": "P", "datasource": {"type": "prometheus"}, "targets": [{"expr": "sum(a{b=\"c\"})"}]}]}]}"""
    document = parse_grafana(Source("x.json", text), "grafana-dashboard", READER)
    model = document.model
    assert isinstance(model, Dashboard)
    assert [panel.title for panel in model.panels] == ["", "P"]
    (query,) = model.panels[1].queries
    assert query.promql.tree is not None
    outer = query.span(Span(4, 12))
    assert text[outer.start : outer.end] == r"a{b=\"c\"}"[:9] + text[outer.start + 9 : outer.end]


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("rate(a[$__rate_interval])", True),
        ("rate(a[${n}m:$step])", True),
        ('topk($n, sum by ($label) (a{b="$c"}))', True),
        ("${metric}_total > [[limit]]", True),
        ('rate(a{b="$c"})', False),
    ],
)
def test_variables(text: str, valid: bool) -> None:  # noqa: FBT001 - a case of the table
    read = read_query(text)
    assert (read.tree is not None) == valid
    assert bool(read.errors) != valid


def test_variables_that_decide_make_a_query_unknown() -> None:
    read = read_query("$fn_over_time(a[5m]) $more")
    assert read.tree is None
    assert read.errors == ()


PIECES = st.sampled_from(
    [
        '{"panels": ',
        "[",
        "]",
        "{",
        "}",
        '"targets": ',
        '"expr": "sum($a"',
        ",",
        "route:\n",
        "- ",
        "  ",
        "receiver: a\n",
        "&a ",
        "*a",
    ]
)
KINDS = st.sampled_from(["alertmanager", "grafana-dashboard", "grafana-provisioning"])


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)), KINDS)
def test_never_raises_and_spans_lie_inside(text: str, kind: str) -> None:
    parse = parse_alertmanager if kind == "alertmanager" else parse_grafana
    for error in parse(Source("a", text), kind, READER).errors:
        assert error.span.end <= len(text)


def _texts() -> list[tuple[str, str, bool]]:
    found = []
    for entry in ENTRIES:
        if entry["needs"] == ["alertmanager"]:
            for number, example in enumerate(entry["examples"]):
                text = example.get("bad", example.get("good"))
                broken = "bad" in example and (entry["check"] == "engine" or entry["id"].endswith("undefined-receiver"))
                broken = (
                    broken and entry["id"] != "alertmanager/template"
                )  # amtool loads it; the first notification fails
                if "${" not in text and ".Values" not in text:
                    found.append((f"{entry['id']}-{number}", text, broken))
    return found


@pytest.mark.skipif(shutil.which("amtool") is None, reason="amtool is not installed")
@pytest.mark.parametrize("case", _texts(), ids=lambda case: case[0])
def test_amtool_agrees(case: tuple[str, str, bool], tmp_path: Path) -> None:
    (tmp_path / "alertmanager.yml").write_text(case[1])
    command = ["amtool", "check-config", str(tmp_path / "alertmanager.yml")]
    result = subprocess.run(command, capture_output=True, check=False)
    assert (result.returncode != 0) == case[2], result.stderr
