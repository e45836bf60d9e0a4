"""Prometheus files: detection, models, places inside scalars, recovery, and what promtool says of the same texts."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.core.facts.monitoring import Alert, PrometheusFact
from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.engine.classify import by_content
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.prometheus.facts import facts
from maverick_lint.formats.prometheus.model import Prometheus, RuleFile
from maverick_lint.formats.prometheus.parse import parse
from rule_examples import ENTRIES

READER = FilesReader(MemoryFiles({}, ()))
# What another program is to fill in first.
OPEN = re.compile(r"\$\{|\{\{ name \}\}")

RULES = """groups:
  - name: app
    interval: 1m
    labels: {team: shop}
    rules:
      - alert: High
        expr: |
          sum by (job) (
            rate(http_errors_total[5m])
          ) > 1
        for: 5m
        labels: {severity: "{{ $labels.job }}"}
      - record: job:up:sum
        expr: "sum(\\u0075p)"
"""


def rule_file(text: str) -> RuleFile:
    document = parse(Source("alerts.yml", text), "prometheus-rules", READER)
    assert isinstance(document.model, RuleFile)
    return document.model


def test_model_of_rules() -> None:
    (group,) = rule_file(RULES).groups
    assert (group.name, group.interval, list(group.labels)) == ("app", 60.0, ["team"])
    alert, record = group.rules
    assert (alert.kind, alert.name.raw, record.kind) == ("alert", "High", "record")
    assert alert.expression is not None
    assert alert.expression.tree is not None
    start = alert.expression.text.index("rate")
    outer = alert.expression.span(Span(start, start + 4))
    assert RULES[outer.start : outer.end] == "rate"
    assert record.expression is not None
    assert record.expression.text == "sum(up)"


def test_facts_tell_what_an_alert_watches() -> None:
    document = parse(Source("alerts.yml", RULES), "prometheus-rules", READER)
    assert document.model is not None
    stated = [fact.value for fact in facts(document)]  # type: ignore[arg-type]
    (alert,) = [value for value in stated if isinstance(value, Alert)]
    assert (alert.name, alert.metrics, alert.signals) == ("High", ("http_errors_total",), ("errors",))
    assert RULES[alert.place.span.start : alert.place.span.end] == "High"


def test_model_of_a_configuration() -> None:
    text = """
global: {scrape_interval: 15s}
rule_files: [a.yml, "b/*.yml"]
alerting:
  alertmanagers: [{static_configs: [{targets: [am:9093]}]}, {static_configs: [{targets: }]}]
scrape_configs:
  - {job_name: app, metrics_path: /m, scrape_interval: 1m, static_configs: [{targets: ["a:1", "b:2"]}]}
  - {job_name: x, docker_sd_configs: [{host: unix:///x}]}
"""
    document = parse(Source("prometheus.yml", text), "prometheus", READER)
    model = document.model
    assert isinstance(model, Prometheus)
    assert document.errors == ()
    assert [(job.name, job.interval, len(job.targets), job.discovery) for job in model.jobs] == [
        ("app", 60.0, 2, ()),
        ("x", None, 0, ("docker_sd_configs",)),
    ]
    assert [node.raw for node in model.rule_files] == ["a.yml", "b/*.yml"]
    assert len(model.alertmanagers) == 1
    (fact,) = [f.value for f in facts(document) if isinstance(f.value, PrometheusFact)]  # type: ignore[arg-type]
    assert fact.alertmanagers
    assert fact.jobs[1].discovered


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("conf/x.yml", "scrape_configs:\n", "prometheus"),
        ("conf/x.yml", "global:\n  scrape_interval: 1m\n", "prometheus"),
        ("prometheus.yml", "rule_files: []\n", "prometheus"),
        ("x.yaml", '"groups":\n- "name": a\n  "rules":\n  - "alert": A\n    "expr": up\n', "prometheus-rules"),
        ("x.yml", "route:\n  receiver: a\nreceivers: []\n", "alertmanager"),
        ("x.json", '{"panels": [], "schemaVersion": 1, "templating": {}}', "grafana-dashboard"),
        ("x.yml", "apiVersion: 1\ndatasources: []\n", "grafana-provisioning"),
        ("prometheus.yml", "apiVersion: 1\ndatasources: []\n", "grafana-provisioning"),
        ("alerts.yml", "groups:\n  - name: a\n    users: []\n", None),
        ("x.yml", "spec:\n  groups:\n  - rules:\n    - alert: A\n      expr: up\n", None),
    ],
)
def test_detection(path: str, text: str, kind: str | None) -> None:
    guess = by_content(path, text)
    assert (guess.kind if guess is not None else None) == kind


def test_an_unrendered_template_is_not_judged() -> None:
    document = parse(Source("a.yml", "groups:\n{% for a in b %}\n- name: {{ a }}\n"), "prometheus-rules", READER)
    assert document.model is None
    assert document.errors == ()


def test_what_follows_an_error_is_still_read() -> None:
    text = (
        "groups:\n  - name: a\n    rulez: []\n    rules:\n"
        "      - alert: [x]\n        expr: up\n      - alert: B\n        expr: up =\n"
    )
    document = parse(Source("a.yml", text), "prometheus-rules", READER)
    assert [text[e.span.start : e.span.end] for e in document.errors] == ["rulez", "alert", "="]


PIECES = st.sampled_from(
    [
        "groups:\n",
        "- ",
        "  ",
        "alert: A\n",
        "expr: up{\n",
        "rules:\n",
        "for: 1x\n",
        "'",
        "{{ $x",
        "[",
        "labels: *a\n",
        "\t",
        "\r",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)),
    st.sampled_from(["prometheus", "prometheus-rules"]),
)
def test_never_raises_and_spans_lie_inside(text: str, kind: str) -> None:
    document = parse(Source("a.yml", text), kind, READER)
    for error in document.errors:
        assert error.span.end <= len(text)


def _texts(kind: str) -> list[tuple[str, str, bool]]:
    """Return the examples of the rules on a kind of file: name, text, and whether it breaks the file."""
    found = []
    for entry in ENTRIES:
        if entry["needs"] == [kind]:
            for number, example in enumerate(entry["examples"]):
                text = example.get("bad", example.get("good"))
                if isinstance(text, str) and "{%" not in text and "|=" not in text and not OPEN.search(text):
                    broken = entry["check"] == "engine" and "bad" in example
                    found.append((f"{entry['id']}-{number}", text, broken))
    return found


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
@pytest.mark.parametrize("case", _texts("prometheus-rules"), ids=lambda case: case[0])
def test_promtool_agrees_on_rules(case: tuple[str, str, bool], tmp_path: Path) -> None:
    # The group labels of Prometheus 3 are unknown to promtool 2.
    text = "\n".join(line for line in case[1].splitlines() if not line.startswith("    labels:"))
    (tmp_path / "rules.yml").write_text(text)
    result = subprocess.run(["promtool", "check", "rules", tmp_path / "rules.yml"], capture_output=True, check=False)  # noqa: S607 - found on the path, as the condition says
    assert (result.returncode != 0) == case[2], result.stderr
