"""Rules across monitoring and what is deployed, on repositories that try to mislead them."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

NETWORK = """services:
  app:
    image: registry.example/app:1.2.3
    container_name: shop
    expose: ["8000"]
    ports: ["127.0.0.1:9000:8000"]
    networks: {back: {aliases: [backend]}}
  prometheus:
    image: prom/prometheus:v3.1.0
    volumes: ["./prometheus:/etc/prometheus"]
    networks: [back]
  alertmanager:
    image: prom/alertmanager:v0.28.0
    networks: [back]
networks: {back: {}}
"""
DOCKERFILE = 'FROM python:3.12-slim\nEXPOSE 8000\nCMD ["gunicorn", "--bind", "0.0.0.0:8000", "app"]\n'


def scrape(target: str, more: str = "") -> str:
    return f'scrape_configs:\n  - job_name: app\n{more}    static_configs: [{{targets: ["{target}"]}}]\n'


def sends(target: str) -> str:
    alerting = f'alerting: {{alertmanagers: [{{static_configs: [{{targets: ["{target}"]}}]}}]}}\n'
    return scrape("app:8000") + alerting


def source(url: str, more: str = "") -> str:
    return f'apiVersion: 1\ndatasources: [{{name: P, type: prometheus, url: "{url}"{more}}}]\n'


TARGETS = [
    ("app:8000", False),
    ("backend:8000", False),
    ("shop:8000", False),
    ("app:9000", True),
    ("app:8001", False),
    ("ap:8000", True),
    ("app.example.org:9000", False),
    ("10.0.0.5:8001", False),
    ("${APP}:8001", False),
    ("host.docker.internal:9100", False),
    ("localhost:9090", False),
]


def found(rule: str, files: dict[str, str]) -> list[str]:
    settings = Settings(select=(rule,))
    result = run(MemoryFiles(files, ()), settings, make({one.id: one for one in ALL_RULES}, settings))
    assert not result.crashed
    return [finding.message for finding in result.findings if finding.rule == rule]


@pytest.mark.parametrize(("target", "wrong"), TARGETS)
def test_targets(target: str, *, wrong: bool) -> None:
    files = {"compose.yaml": NETWORK, "prometheus/prometheus.yml": scrape(target)}
    assert bool(found("stack/scraped-port", files)) == wrong


@pytest.mark.parametrize(("target", "wrong"), [("app:8000", False), ("app:8001", True), ("app:9000", True)])
def test_targets_of_an_image_that_is_built_here(target: str, *, wrong: bool) -> None:
    files = {
        "compose.yaml": NETWORK.replace("image: registry.example/app:1.2.3", "build: ."),
        "Dockerfile": DOCKERFILE,
        "prometheus/prometheus.yml": scrape(target),
    }
    assert bool(found("stack/scraped-port", files)) == wrong


def test_relabelling_and_proxies_ask_other_addresses() -> None:
    more = "    relabel_configs: [{source_labels: [__address__], target_label: __param_target}]\n"
    files = {"compose.yaml": NETWORK, "prometheus/prometheus.yml": scrape("app:1", more)}
    assert not found("stack/scraped-port", files)


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("alertmanager:9093", False),
        ("alertmanager:9095", True),
        ("alertmanager:9094", False),
        ("alertmanger:9093", True),
        ("alerts.example.org:9093", False),
        ("${ALERTS}", False),
        ("10.1.2.3:9093", False),
    ],
)
def test_alertmanagers(target: str, *, wrong: bool) -> None:
    files = {"compose.yaml": NETWORK, "prometheus/prometheus.yml": sends(target)}
    assert bool(found("stack/alertmanager-target", files)) == wrong


@pytest.mark.parametrize(
    ("url", "more", "wrong"),
    [
        ("http://prometheus:9090", "", False),
        ("http://prometheus:9091", "", True),
        ("http://promtheus:9090", "", True),
        ("https://prometheus.example.org", "", False),
        ("$PROMETHEUS_URL", "", False),
        ("http://localhost:9090", ", access: direct", False),
        ("http://prometheus:9090/prometheus", "", False),
    ],
)
def test_data_sources(url: str, more: str, *, wrong: bool) -> None:
    grafana = (
        "  grafana:\n    image: grafana/grafana:12.0.0\n    networks: [back]\n"
        '    volumes: ["./grafana/provisioning:/etc/grafana/provisioning"]\nnetworks:'
    )
    files = {
        "compose.yaml": NETWORK.replace("networks: {back: {}}", grafana + " {back: {}}"),
        "grafana/provisioning/datasources/a.yml": source(url, more),
    }
    assert bool(found("stack/datasource-url", files)) == wrong


SIDES = "upstream app { server 127.0.0.1:8000; server 127.0.0.1:8001 backup; }\n"
DEPLOY = """#!/bin/bash
set -euo pipefail
OLD_PORT=8000
NEW_PORT=8001
docker run -d --name green -p 127.0.0.1:$NEW_PORT:8000 "registry.example/app:$1"
sed -i "s/:$OLD_PORT/:$NEW_PORT/" /etc/nginx/conf.d/app.conf
nginx -t
nginx -s reload
"""


@pytest.mark.parametrize(
    ("targets", "wrong"),
    [
        ('"localhost:8000"', True),
        ('"127.0.0.1:8001"', True),
        ('"localhost:8000", "localhost:8001"', False),
        ('"localhost:9100"', False),
        ('"localhost:80"', False),
    ],
)
def test_both_sides_are_scraped(targets: str, *, wrong: bool) -> None:
    files = {
        "nginx/conf.d/app.conf": SIDES + "server { listen 80; location / { proxy_pass http://app; } }\n",
        "scripts/deploy.sh": DEPLOY,
        "prometheus.yml": f"scrape_configs: [{{job_name: app, static_configs: [{{targets: [{targets}]}}]}}]\n",
    }
    assert bool(found("stack/scraped-side", files)) == wrong


SERVER = "server {{ listen 443 ssl; server_name shop.example.org; {} }}\n"
FORWARD = "proxy_pass http://127.0.0.1:8000;"


@pytest.mark.parametrize(
    ("locations", "wrong"),
    [
        (f"location / {{ {FORWARD} }}", True),
        (f"location / {{ {FORWARD} }} location /metrics {{ deny all; }}", False),
        (f"location / {{ {FORWARD} }} location = /metrics {{ return 404; }}", False),
        (f"location / {{ {FORWARD} }} location /metrics {{ allow 10.0.0.0/8; deny all; {FORWARD} }}", False),
        (f"location / {{ {FORWARD} }} location ~ ^/metrics {{ return 403; }}", False),
        (f"location / {{ {FORWARD} }} location /metrics {{ {FORWARD} }}", True),
        (f"location /api/ {{ {FORWARD} }}", False),
        ("location / { root /srv/www; }", False),
        (f"allow 10.0.0.0/8; deny all; location / {{ {FORWARD} }}", False),
        (f"auth_basic x; auth_basic_user_file /etc/x; location / {{ {FORWARD} }}", False),
    ],
)
def test_metrics_are_not_published(locations: str, *, wrong: bool) -> None:
    files = {
        "nginx/conf.d/app.conf": SERVER.format(locations),
        "prometheus.yml": 'scrape_configs: [{job_name: app, static_configs: [{targets: ["localhost:8000"]}]}]\n',
    }
    assert bool(found("stack/metrics-exposed", files)) == wrong
