"""Prometheus, its alert rules, Alertmanager and Grafana."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class ScrapeJob:
    """A scrape job.

    targets     its static targets
    interval    its own scrape interval in seconds, or None
    discovered  it finds targets by a service discovery, so that it may scrape anything
    renames     the label `job` of its series may be another than its name
    places      where each of `targets` stands
    rewritten   relabelling may ask another address than that of a target
    """

    name: str
    place: Place
    targets: tuple[str, ...] = ()
    metrics_path: str = "/metrics"
    interval: float | None = None
    discovered: bool = False
    renames: bool = False
    places: tuple[Place, ...] = ()
    rewritten: bool = False


@record
class PrometheusFact:
    """A Prometheus configuration.

    rule_files      the globs as written, each with its place
    rules_place     the key `rule_files`, or the first of the file where it has none; so `alerting_place`
    splits          further scrape jobs stand in other files (`scrape_config_files`)
    interval        the global scrape interval in seconds: one minute where none is set, None when it is not known
    stores          it evaluates rules: False for an agent, which only passes on what it scrapes
    receivers       the static addresses of Alertmanagers, each with its place
    external        the names of the external labels, each with its value and place
    reads           it asks other stores too (`remote_read`), so that it may know more than it keeps
    evaluation      the seconds between two evaluations of rules: 60 where none is set, None when it is not known
    evaluates       `evaluation_interval` is set
    """

    path: str
    place: Place
    jobs: tuple[ScrapeJob, ...] = ()
    rule_files: tuple[tuple[str, Place], ...] = ()
    alertmanagers: bool = False
    rules_place: Place | None = None
    alerting_place: Place | None = None
    splits: bool = False
    stores: bool = True
    interval: float | None = 60.0
    receivers: tuple[tuple[str, Place], ...] = ()
    external: tuple[tuple[str, str, Place], ...] = ()
    reads: bool = False
    evaluation: float | None = 60.0
    evaluates: bool = True


@record
class Alert:
    """An alert rule.

    metrics  the metric names that its expression reads
    signals  what it watches of an application: "errors", "latency", "down"
    lasts    its `for` in seconds, None where there is none, or it is not known, or its group has an interval
    waits    where its `for` stands
    absent   what stands in an `absent` of it: the job that is named there, "" for none; None where there is no `absent`
    ups      the jobs of which it tells that `up` is 0, "" for all
    """

    name: str
    path: str
    place: Place
    expression: str
    metrics: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    annotations: tuple[tuple[str, str], ...] = ()
    signals: tuple[str, ...] = ()
    lasts: float | None = None
    waits: Place | None = None
    absent: str | None = None
    ups: tuple[str, ...] = ()


@record
class Window:
    """A function over a range in a rule; `job` is the job that its selector names, "" when it names none."""

    function: str
    seconds: float
    job: str
    path: str
    place: Place


@record
class JobUse:
    """A rule's selector that names a scrape job: `job="app"`; the place is that of the name.

    among  all names of an expression that is a choice of names, `job=~"app|web"`; () for a single name
    """

    job: str
    path: str
    place: Place
    among: tuple[str, ...] = ()


@record
class RuleUse:
    """What a rule or a dashboard relies on: that something else gives it, or that the server can do it.

    what    "record" (a metric that a recording rule makes), "external" (an external label that a template reads),
            "label" (a label that a rule sets, with its text), "reach" (how far it looks back), "feature" (a part of
            the language that not every version has), "alert" (an alert that it looks for in ALERTS), "metric" (a
            metric that begins as those of a well-known exporter do, and is none of them)
    name    the metric, the label, what looks back ("the range"), the feature ("function limitk")
    amount  seconds that it looks back; of a feature, its version as 100 * major + minor, 0 for any
    text    the text of a label; the flag that a feature needs; the metric that holds the alert
    """

    what: str
    name: str
    path: str
    place: Place
    amount: float = 0.0
    text: str = ""


@record
class Recorded:
    """A recording rule; the place is that of its name."""

    name: str
    path: str
    place: Place
    expression: str = ""
    labels: tuple[tuple[str, str], ...] = ()


@record
class RuleFile:
    """A file of Prometheus rules: how many alerts and recording rules it holds."""

    path: str
    place: Place
    alerts: int
    records: int


@record
class Monitoring:
    """A sign that a part of the monitoring is there: `part` is "grafana", "alertmanager" ..."""

    part: str
    path: str
    place: Place


@record
class DataSource:
    """A data source that Grafana is provisioned with; a text is "" where it has none, None where it is not known.

    direct  browsers ask it, not Grafana
    """

    name: str | None
    uid: str | None
    type: str | None
    url: str | None
    path: str
    place: Place
    url_place: Place | None = None
    direct: bool = False


@record
class DashboardSource:
    """A data source that a dashboard names by its uid, at its first use; `type` is "" where it names none."""

    uid: str
    type: str
    path: str
    place: Place


@record
class DashboardFolder:
    """A folder from which Grafana is provisioned with dashboards: its path as Grafana sees it."""

    folder: str
    path: str
    place: Place


@record
class DashboardFact:
    """A dashboard that has a uid; the place is that of the uid."""

    uid: str
    title: str
    path: str
    place: Place


@record
class RoutedAlert:
    """An alert that a route or an inhibition of Alertmanager names; the place is that of the matcher."""

    name: str
    path: str
    place: Place


@record
class AlertReceiver:
    """A receiver of Alertmanager; `integrations` say how it tells somebody ("slack"), the place is that of its name."""

    name: str
    path: str
    place: Place
    integrations: tuple[str, ...] = ()
