"""Prometheus rules beside promtool: 32 files with ten rules each, made here, since few repositories hold so many."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.race import Race, Rival
from bench.workload import HOME

FILES = 32
SERVICES = ("api", "web", "worker", "billing", "search", "mail", "login", "report")
RULES = """groups:
  - name: {group}
    rules:
      - record: job:{metric}_requests:rate5m
        expr: sum by (job, le) (rate({metric}_request_duration_seconds_bucket{{job="{job}"}}[5m]))
      - record: job:{metric}_errors:ratio_rate5m
        expr: |
          sum by (job) (rate({metric}_requests_total{{job="{job}", code=~"5.."}}[5m]))
            /
          sum by (job) (rate({metric}_requests_total{{job="{job}"}}[5m]))
"""
ALERTS = (
    ("Errors", 'job:{metric}_errors:ratio_rate5m{{job="{job}"}} > 0.05', "{{{{ $value | humanizePercentage }}}} fail"),
    ("Slow", "histogram_quantile(0.95, job:{metric}_requests:rate5m) > 0.5", "{{{{ $value | humanizeDuration }}}}"),
    ("Down", 'up{{job="{job}"}} == 0', "{{{{ $labels.instance }}}} is down"),
    ("Gone", 'absent(up{{job="{job}"}})', "nothing of {{{{ $labels.job }}}} is scraped"),
    ("Restarts", 'changes(process_start_time_seconds{{job="{job}"}}[15m]) > 3', "{{{{ $labels.instance }}}} restarts"),
    ("Queue", 'sum by (queue) ({metric}_queue_length{{job="{job}"}}) > 1000', "{{{{ $labels.queue }}}} is long"),
    ("Full", "predict_linear({metric}_disk_free_bytes[6h], 4 * 3600) < 0", "{{{{ $labels.instance }}}} fills up"),
    ("Idle", 'sum by (job) (rate({metric}_requests_total{{job="{job}"}}[30m])) == 0', "no requests in half an hour"),
)
ALERT = """      - alert: {name}
        expr: {expr}
        for: 5m
        labels: {{severity: warning, team: {job}}}
        annotations:
          summary: "{summary}"
"""


def files() -> tuple[Path, list[str]]:
    """Return the folder and the paths of the rule files."""
    folder = HOME / "monitoring"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    paths = []
    for number in range(FILES):
        job = SERVICES[number % len(SERVICES)]
        values = {"job": f"{job}-{number}", "metric": f"{job}{number}", "group": f"{job}-{number}"}
        text = RULES.format(**values)
        for name, expr, summary in ALERTS:
            alert = {"name": f"{job.title()}{number}{name}", "expr": expr.format(**values), "summary": summary.format()}
            text += ALERT.format(**alert, job=job)
        paths.append(f"{job}-{number}.rules.yml")
        (folder / paths[-1]).write_text(text)
    return folder, paths


RACES = (Race("320 rules in 32 files", 0.25, files, (Rival("promtool", "system", "promtool", ("check", "rules")),)),)
