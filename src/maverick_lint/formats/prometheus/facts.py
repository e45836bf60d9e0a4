"""What a Prometheus configuration or a rule file states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import Monitoring, PrometheusFact, RuleFile, ScrapeJob
from maverick_lint.core.span import Place
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats.prometheus.alert_facts import alert
from maverick_lint.formats.prometheus.model import Prometheus
from maverick_lint.formats.prometheus.reliance import configuration_features, group_features, relied_on
from maverick_lint.formats.prometheus.selectors import selectors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.prometheus import model
    from maverick_lint.formats.prometheus.model import Job


def facts(document: Document[Prometheus | model.RuleFile]) -> Iterator[Fact]:
    """Yield the configuration, or the rule file and its alerts."""
    if isinstance(document.model, Prometheus):
        yield from _configuration(document.source.path, document.model)
    elif document.kind == "prometheus-rules" and document.model.language == "promql":
        yield from _rules(document.source.path, document.model)


def _configuration(path: str, model: Prometheus) -> Iterator[Fact]:
    place = Place(path, model.head("scrape_configs", "global"))
    value = PrometheusFact(
        path,
        place,
        tuple(_job(path, job) for job in model.jobs),
        tuple((node.raw, Place(path, node.span)) for node in model.rule_files),
        alertmanagers=bool(model.alertmanagers),
        rules_place=Place(path, model.head("rule_files", "global", "scrape_configs")),
        alerting_place=Place(path, model.head("alerting", "rule_files", "global", "scrape_configs")),
        splits=model.root.get("scrape_config_files") is not None,
        stores=not _is_agent(model),
        interval=_interval(model, "scrape_interval"),
        receivers=tuple(_receivers(path, model)),
        external=tuple(_external(path, model)),
        reads=model.root.get("remote_read") is not None,
        evaluation=_interval(model, "evaluation_interval"),
        evaluates=model.root.at("global", "evaluation_interval") is not None,
    )
    yield Fact("prometheus", path, value, place)
    yield from configuration_features(path, model)
    yield Fact("monitoring", "prometheus", Monitoring("prometheus", path, place), place)
    if model.alertmanagers:
        alerting = Place(path, model.head("alerting"))
        yield Fact("monitoring", "alertmanager", Monitoring("alertmanager", path, alerting), alerting)


def _external(path: str, model: Prometheus) -> Iterator[tuple[str, str, Place]]:
    labels = model.root.at("global", "external_labels")
    for name, value in (labels.pairs() if labels is not None else {}).items():
        yield name, value.raw, Place(path, value.key_span())


def _interval(model: Prometheus, key: str) -> float | None:
    node = model.root.at("global", key)
    return 60.0 if node is None or node.text is None else seconds(node.raw)


def _is_agent(model: Prometheus) -> bool:
    """Say whether it looks like an agent: it writes on, and has neither rules nor alerting."""
    return model.root.get("remote_write") is not None and not model.rule_files and not model.alertmanagers


def _job(path: str, job: Job) -> ScrapeJob:
    name = job.node.get("job_name")
    return ScrapeJob(
        job.name,
        Place(path, job.node.key_span() if name is None else name.span),
        tuple(target.raw for target in job.targets),
        job.metrics_path,
        job.interval,
        discovered=bool(job.discovery),
        renames=_renames(job),
        places=tuple(Place(path, target.span) for target in job.targets),
        rewritten=_rewritten(job),
    )


def _rewritten(job: Job) -> bool:
    """Say whether relabelling may change the address that is asked, or a proxy stands between."""
    rules = job.node.get("relabel_configs")
    for rule in rules.items() if rules is not None else ():
        target = rule.get("target_label")
        if target is None or target.raw.startswith("__"):
            return True
    return job.node.get("proxy_url") is not None


def _receivers(path: str, model: Prometheus) -> Iterator[tuple[str, Place]]:
    for node in model.alertmanagers:
        static = node.get("static_configs")
        for config in static.items() if static is not None and node.get("relabel_configs") is None else ():
            targets = config.get("targets")
            for target in targets.items() if targets is not None else ():
                if target.text:
                    yield target.text, Place(path, target.span)


def _renames(job: Job) -> bool:
    """Say whether the series of a job may have another label `job` than its name."""
    honors = job.node.get("honor_labels")
    if honors is not None and honors.value is True:
        return True
    for key in ("relabel_configs", "metric_relabel_configs"):
        rules = job.node.get(key)
        for rule in rules.items() if rules is not None else ():
            target, action = rule.get("target_label"), rule.get("action")
            if (target is not None and target.raw == "job") or (
                action is not None and action.raw.lower() == "labelmap"
            ):
                return True
    static = job.node.get("static_configs")
    return any(config.at("labels", "job") is not None for config in (static.items() if static is not None else ()))


def _rules(path: str, model: model.RuleFile) -> Iterator[Fact]:
    rules = [rule for _, rule in model.rules()]
    alerts = [rule for rule in rules if rule.kind == "alert"]
    first = next(iter(rules), None)
    if first is None:
        return
    place = Place(path, first.name.span if first.name.is_scalar else first.node.key_span())
    value = RuleFile(path, place, len(alerts), sum(rule.kind == "record" for rule in rules))
    yield Fact("rule-file", path, value, place)
    for rule in rules:
        yield from selectors(path, rule)
        yield from relied_on(path, rule)
    for group in model.groups:
        yield from group_features(path, group)
        for rule in group.rules:
            if rule.kind == "alert":
                yield Fact("alert", rule.name.raw, alert(path, group, rule), Place(path, rule.name.span))
