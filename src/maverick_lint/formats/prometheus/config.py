"""A Prometheus configuration: the typed view, and what Prometheus refuses of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.prometheus.client import DISCOVERY
from maverick_lint.formats.prometheus.demands import demand_faults
from maverick_lint.formats.prometheus.discoveries import discovery_faults
from maverick_lint.formats.prometheus.logins import login_faults
from maverick_lint.formats.prometheus.model import Job, Prometheus
from maverick_lint.formats.prometheus.relabel import relabel_faults
from maverick_lint.formats.prometheus.shapes import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_RELABEL: Final = frozenset(
    {"relabel_configs", "metric_relabel_configs", "alert_relabel_configs", "write_relabel_configs"}
)
_SECTIONS: Final = _RELABEL | {"scrape_configs", "static_configs", "remote_write", "remote_read", "alertmanagers"}


def read(root: Node) -> Prometheus:
    """Return the typed view of a configuration; what has the wrong type is left out."""
    alertmanagers = root.at("alerting", "alertmanagers")
    return Prometheus(
        root,
        tuple(_job(node) for node in _items(root.get("scrape_configs")) if node.is_map),
        tuple(node for node in _items(root.get("rule_files")) if node.text),
        tuple(node for node in _items(alertmanagers) if _receives(node)),
    )


def _receives(node: Node) -> bool:
    """Say whether an Alertmanager has an address: the usual first file has only a comment where one should be."""
    static = [config for config in _items(node.get("static_configs")) if config.is_map]
    found = any(key.endswith("_sd_configs") for key in node.pairs())
    return found or any(target.text for config in static for target in _items(config.get("targets")))


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items()


def _text(node: Node | None) -> str:
    return (node.text or "") if node is not None else ""


def _job(node: Node) -> Job:
    static = [config for config in _items(node.get("static_configs")) if config.is_map]
    interval = seconds(_text(node.get("scrape_interval")))
    return Job(
        _text(node.get("job_name")),
        node,
        tuple(target for config in static for target in _items(config.get("targets")) if target.text),
        tuple(key for key in node.pairs() if key.endswith("_sd_configs") and key in DISCOVERY),
        interval or None,
        _text(node.get("metrics_path")) or "/metrics",
    )


def faults(source: Source, model: Prometheus) -> Iterator[ParseError]:
    """Yield everything that `promtool check config` refuses without reading another file."""
    yield from shape_faults(model.root, CONFIGURATION)
    yield from _jobs(source, model)
    yield from _timeouts(model)
    yield from _remotes(source, model.root)
    yield from demand_faults(model.root)
    for node in model.root.walk():
        if node.is_map:
            yield from login_faults(node)
            yield from _records(node)
        elif node.is_list and node.key is not None and node.key.raw.endswith("_sd_configs"):
            for item in node.items():
                yield from discovery_faults(node.key.raw, item)
        elif node.is_list and node.key is not None and node.key.raw in _SECTIONS:
            for item in node.items():
                if item.is_scalar and item.value is None:
                    yield ParseError(node.key_span(), f"an entry of `{node.key.raw}` is empty")
                elif node.key.raw in _RELABEL:
                    yield from relabel_faults(item)
        elif node.is_list and node.key is not None and node.key.raw == "targets":
            yield from _targets(node)
        elif node.is_list and node.key is not None and node.key.raw == "files" and not node.children:
            yield ParseError(node.key_span(), "a discovery in files needs at least one file")


def _jobs(source: Source, model: Prometheus) -> Iterator[ParseError]:
    seen: dict[str, Node] = {}
    for job in model.jobs:
        name = job.node.get("job_name")
        if name is not None and name.is_scalar and name.raw == "" and name.value is not None:
            yield ParseError(name.key_span(), "the name of a scrape job must not be empty")
        if name is None or not job.name or is_open(job.name):
            continue
        first = seen.setdefault(job.name, name)
        if first is not name:
            line = source.position(first.span.start).line
            yield ParseError(name.span, f"the job name `{job.name}` is already used in line {line}")


def _remotes(source: Source, root: Node) -> Iterator[ParseError]:
    for key in ("remote_write", "remote_read"):
        seen: dict[str, Node] = {}
        for remote in _items(root.get(key)):
            name = remote.get("name")
            first = seen.setdefault(name.raw, name) if name is not None and name.text else name
            if name is not None and first is not name and first is not None:
                line = source.position(first.span.start).line
                yield ParseError(name.span, f"the name `{name.raw}` is already used in line {line}")


def _timeouts(model: Prometheus) -> Iterator[ParseError]:
    own = model.root.get("global")
    top = seconds(_text(own.get("scrape_interval"))) if own is not None else None
    for node in ([own] if own is not None and own.is_map else []) + [job.node for job in model.jobs]:
        timeout = node.get("scrape_timeout")
        given, interval = seconds(_text(timeout)), seconds(_text(node.get("scrape_interval")))
        limit = interval or top or 60.0
        if timeout is not None and given is not None and given > limit:
            message = f"the scrape timeout `{timeout.raw}` is longer than the scrape interval of {limit:g} s"
            yield ParseError(timeout.span, message)


def _records(node: Node) -> Iterator[ParseError]:
    kind = node.get("type")
    is_dns = node.parent is not None and node.parent.key is not None and node.parent.key.raw == "dns_sd_configs"
    if is_dns and kind is not None and (kind.text or "").upper() in ("A", "AAAA", "MX", "NS") and not node.get("port"):
        yield ParseError(kind.span, f"a `port` is needed: a record of type {kind.raw} names none, as SRV does")


def _targets(node: Node) -> Iterator[ParseError]:
    for target in node.items():
        text = target.text
        if text is None or is_open(text) or "/" not in text:
            continue
        # A blackbox exporter's targets are URLs, and relabelling makes a parameter of them.
        job = node.parent.parent.parent if node.parent is not None and node.parent.parent is not None else None
        if job is not None and job.get("relabel_configs") is not None:
            continue
        what = "a scheme; it is the key `scheme`" if "://" in text else "a path; it is the key `metrics_path`"
        yield ParseError(target.span, f"the target `{text}` must be host:port without {what}")
