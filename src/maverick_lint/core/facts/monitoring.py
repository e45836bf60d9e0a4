"""Prometheus, its alert rules, Alertmanager and Grafana."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@dataclass(frozen=True, slots=True)
class ScrapeJob:
    """A scrape job; `targets` are its static targets, `interval` its own scrape interval in seconds or None."""

    name: str
    place: Place
    targets: tuple[str, ...] = ()
    metrics_path: str = "/metrics"
    interval: float | None = None


@dataclass(frozen=True, slots=True)
class PrometheusFact:
    """A Prometheus configuration; `rule_files` are the globs as written, each with its place."""

    path: str
    place: Place
    jobs: tuple[ScrapeJob, ...] = ()
    rule_files: tuple[tuple[str, Place], ...] = ()
    alertmanagers: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert rule; `metrics` are the metric names that its expression reads."""

    name: str
    path: str
    place: Place
    expression: str
    metrics: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    annotations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of Prometheus rules: how many alerts and recording rules it holds."""

    path: str
    place: Place
    alerts: int
    records: int


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A sign that a part of the monitoring is there: `part` is "grafana", "alertmanager" ..."""

    part: str
    path: str
    place: Place
