"""Only what goes to a Prometheus is judged as PromQL, in every spelling of a data source; variables as defined."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.grafana.facts import facts
from maverick_lint.formats.grafana.model import Dashboard
from maverick_lint.formats.grafana.parse import parse

if TYPE_CHECKING:
    from maverick_lint.core.document import Document
    from maverick_lint.formats.grafana.model import Provisioning

READER = FilesReader(MemoryFiles({}, ()))
LOGQL = 'sum(rate({app="shop"} |= "error" [5m]))'
MIXED = {"type": "datasource", "uid": "-- Mixed --"}
VARIABLES = [
    {"name": "ds", "type": "datasource", "query": "prometheus"},
    {"name": "prometheus_logs", "type": "datasource", "query": "loki"},
]
INPUTS = [
    {"name": "DS_METRICS", "type": "datasource", "pluginId": "prometheus"},
    {"name": "DS_PROMETHEUS_TEXTS", "type": "datasource", "pluginId": "loki"},
]


def dashboard(panel: dict[str, Any], variables: list[dict[str, Any]] | None = None) -> Dashboard:
    text = json.dumps(
        {"schemaVersion": 39, "__inputs": INPUTS, "templating": {"list": variables or VARIABLES}, "panels": [panel]}
    )
    document = parse(Source("a.json", text), "grafana-dashboard", READER)
    assert isinstance(document.model, Dashboard)
    return document.model


def judged(source: object, own: object = None, expr: str = LOGQL) -> bool:
    """Say whether a query is read as PromQL, of a panel and a query with these sources ("none": not given)."""
    target = {"expr": expr} if own is None else {"expr": expr, "datasource": own}
    panel: dict[str, Any] = {"title": "P", "targets": [target]}
    if source != "none":
        panel["datasource"] = source
    return any(one.queries for one in dashboard(panel).panels)


@pytest.mark.parametrize(
    "source",
    [
        {"type": "prometheus", "uid": "abc"},
        {"type": "prometheus"},
        {"type": "grafana-amazonprometheus-datasource", "uid": "abc"},
        {"uid": "${ds}"},
        {"uid": "$ds"},
        {"uid": "${ds:raw}"},
        {"uid": "${DS_METRICS}"},
        {"uid": "prometheus"},
        "Prometheus",
        "prometheus-eu",
        "${ds}",
        "$ds",
        "[[ds]]",
        "${DS_METRICS}",
        "${DS_PROMETHEUS}",
    ],
)
def test_a_prometheus(source: object) -> None:
    assert judged(source)
    assert judged(MIXED, source)
    assert judged({"type": "loki", "uid": "l"}, source)


@pytest.mark.parametrize(
    "source",
    [
        {"type": "loki", "uid": "prometheus"},
        {"type": "loki", "uid": "${ds}"},
        {"type": "influxdb", "uid": "abc"},
        {"type": "postgres", "uid": "abc"},
        {"type": "mysql"},
        {"type": "victoriametrics-metrics-datasource", "uid": "abc"},
        {"type": "datasource", "uid": "-- Dashboard --"},
        {"type": "__expr__", "uid": "__expr__"},
        {"uid": "${prometheus_logs}"},
        {"uid": "-- Grafana --"},
        {"uid": "d6b1f3"},
        "Loki",
        "loki-of-prometheus",
        "InfluxDB",
        "PostgreSQL",
        "${prometheus_logs}",
        "${DS_PROMETHEUS_TEXTS}",
        "${unknown}",
        "-- Mixed --",
        "default",
        MIXED,
        {},
    ],
)
def test_another_source(source: object) -> None:
    assert not judged(source)
    assert not judged({"type": "prometheus", "uid": "p"}, source) or source == {}


def test_the_default_source_is_not_known() -> None:
    assert not judged("none")
    assert not judged(None)


def test_a_query_without_a_source_has_the_one_of_its_panel() -> None:
    assert judged({"type": "prometheus", "uid": "p"}, None)
    assert not judged({"type": "loki", "uid": "l"}, None)


def test_variables_are_read_as_they_are_defined() -> None:
    variables: list[dict[str, Any]] = [
        {"name": "job", "type": "custom", "query": "app, Web : web", "includeAll": True},
        {"name": "cluster", "type": "constant", "query": "eu"},
        {"name": "instance", "type": "query", "datasource": {"type": "prometheus"},
         "query": {"query": 'label_values(up{job="node", x=~"$job"}, instance)', "refId": "A"}},
        {"name": "pods", "type": "query", "datasource": "Prometheus", "definition": "x",
         "query": "query_result(count by (pod) (kube:pod:sum))", "regex": "/a/"},
        {"name": "broken", "type": "query", "datasource": "Prometheus", "query": "label_values(up{job=, x)"},
        {"name": "logs", "type": "query", "datasource": {"type": "loki"}, "query": "label_values({job=}, x)"},
        {"name": "names", "type": "query", "datasource": "Prometheus", "query": "label_names()"},
        {"name": "open", "type": "custom", "query": "$job,b"},
    ]  # fmt: skip
    panel = {"datasource": "Prometheus", "targets": [{"expr": 'up{job=~"$job"} + up{job="$open"} + up{job="$logs"}'}]}
    text = json.dumps({"schemaVersion": 39, "templating": {"list": variables}, "panels": [panel]})
    document = parse(Source("a.json", text), "grafana-dashboard", READER)
    model = document.model
    assert isinstance(model, Dashboard)
    assert [one.values for one in model.variables] == [("app", "web"), ("eu",), (), (), (), (), (), ()]
    assert [one.name for one in model.variables if one.query is not None] == ["instance", "pods", "broken"]
    (error,) = document.errors
    assert error.message.startswith("variable `broken`")
    assert text[: error.span.start].endswith("label_values(up{job")
    stated = facts(cast("Document[Dashboard | Provisioning]", document))
    found = {fact.key: text[fact.place.span.start : fact.place.span.end] for fact in stated}
    assert {"app", "web", "node", "kube:pod:sum"} <= set(found)
    assert found["node"] == "node"
    assert found["kube:pod:sum"] == "kube:pod:sum"
    assert found["web"] == '"app, Web : web"'
    assert not {"$open", "b", "$logs", "xxxx"} & set(found)
