"""The monitoring files of the standard: their true faults are found, and they are clean but for these."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

PROMETHEUS = """global:
  scrape_interval: 15s

scrape_configs:
  - job_name: 'app'
    static_configs:
      - targets: ['localhost:8000']
    metrics_path: '/metrics'

  - job_name: 'node'
    static_configs:
      - targets: ['localhost:9100']

  - job_name: 'postgres'
    static_configs:
      - targets: ['localhost:9187']
"""
ALERTS = """groups:
  - name: app
    rules:
      - alert: HighErrorRate
        expr: rate(http_requests_total{status=~"5.."}[5m]) > 0.05
        for: 5m
        annotations:
          summary: "Error rate above 5%"

      - alert: HighLatency
        expr: histogram_quantile(0.95, http_request_duration_seconds_bucket) > 0.5
        for: 10m
        annotations:
          summary: "95th percentile latency above 500ms"

      - alert: ServiceDown
        expr: up == 0
        for: 1m
        annotations:
          summary: "{{ $labels.job }} is down"
"""
FAULTS = [
    ("monitoring/alerts.yml", 4, "alerts/severity-label"),
    ("monitoring/alerts.yml", 5, "alerts/ratio"),
    ("monitoring/alerts.yml", 10, "alerts/severity-label"),
    ("monitoring/alerts.yml", 11, "alerts/quantile-of-rate"),
    ("monitoring/alerts.yml", 16, "alerts/severity-label"),
    ("monitoring/prometheus.yml", 1, "prometheus/loads-rules"),
    ("monitoring/prometheus.yml", 1, "prometheus/sends-alerts"),
]
KINDS = ("alerts", "prometheus", "prometheus-rules", "alertmanager", "grafana-dashboard", "grafana-provisioning")


STRICT = [
    ("monitoring/alerts.yml", 4, "alerts/same-text"),
    ("monitoring/alerts.yml", 10, "alerts/same-text"),
    ("monitoring/alerts.yml", 16, "alerts/gone-target"),
    ("monitoring/alerts.yml", 16, "alerts/same-text"),
    ("monitoring/prometheus.yml", 1, "prometheus/evaluation-interval"),
    ("monitoring/prometheus.yml", 8, "prometheus/default-repeated"),
    ("monitoring/prometheus.yml", 10, "prometheus/unwatched-job"),
    ("monitoring/prometheus.yml", 14, "prometheus/unwatched-job"),
]


def judged(
    prometheus: str, alerts: str, profiles: tuple[str, ...] = ("essential", "standard")
) -> list[tuple[str, int, str]]:
    settings = Settings(select=KINDS)
    files = MemoryFiles({"monitoring/prometheus.yml": prometheus, "monitoring/alerts.yml": alerts}, ())
    result = run(files, settings, make({rule.id: rule for rule in ALL_RULES if rule.profile in profiles}, settings))
    return sorted((f.location.path, f.location.start.line, f.rule) for f in result.findings)


def test_the_true_faults_are_found_and_nothing_else() -> None:
    assert judged(PROMETHEUS, ALERTS) == sorted(FAULTS)


def test_strict_rules_find_the_others() -> None:
    assert judged(PROMETHEUS, ALERTS, ("strict",)) == sorted(STRICT)


def test_the_repaired_files_are_clean() -> None:
    prometheus = PROMETHEUS.replace(
        "\nscrape_configs",
        "rule_files: [alerts.yml]\n"
        "alerting: {alertmanagers: [{static_configs: [{targets: ['alertmanager:9093']}]}]}\n"
        "scrape_configs",
        1,
    )
    alerts = (
        ALERTS.replace(
            'rate(http_requests_total{status=~"5.."}[5m]) >',
            'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) >',
        )
        .replace("http_request_duration_seconds_bucket", "sum by (le) (rate(http_request_duration_seconds_bucket[5m]))")
        .replace("        annotations:", "        labels: {severity: critical}\n        annotations:")
    )
    assert judged(prometheus, alerts) == []
