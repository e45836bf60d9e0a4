"""A Prometheus configuration: the typed view, and what Prometheus refuses of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.prometheus.client import DISCOVERY
from maverick_lint.formats.prometheus.model import Job, Prometheus
from maverick_lint.formats.prometheus.relabel import relabel_faults
from maverick_lint.formats.prometheus.shapes import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_SECRETS: Final = (
    ("password", "password_file"), ("username", "username_file"), ("credentials", "credentials_file"),
    ("client_secret", "client_secret_file"), ("bearer_token", "bearer_token_file"), ("ca", "ca_file"),
    ("cert", "cert_file"), ("key", "key_file"),
)  # fmt: skip
_AUTH: Final = ("basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file")
_RELABEL: Final = frozenset(
    {"relabel_configs", "metric_relabel_configs", "alert_relabel_configs", "write_relabel_configs"}
)


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
    for node in model.root.walk():
        if node.is_map:
            yield from _exclusive(node)
        elif node.is_list and node.key is not None and node.key.raw in _RELABEL:
            for item in node.items():
                yield from relabel_faults(item)
        elif node.is_list and node.key is not None and node.key.raw == "targets":
            yield from _targets(node)


def _jobs(source: Source, model: Prometheus) -> Iterator[ParseError]:
    seen: dict[str, Node] = {}
    for job in model.jobs:
        name = job.node.get("job_name")
        if name is None or not job.name or is_open(job.name):
            continue
        first = seen.setdefault(job.name, name)
        if first is not name:
            line = source.position(first.span.start).line
            yield ParseError(name.span, f"the job name `{job.name}` is already used in line {line}")


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


def _exclusive(node: Node) -> Iterator[ParseError]:
    pairs = node.pairs()
    for plain, file in _SECRETS:
        if plain in pairs and file in pairs and node.key is not None:
            yield ParseError(pairs[file].key_span(), f"`{file}` and `{plain}` exclude each other")
    auth = [key for key in _AUTH if key in pairs]
    if len(auth) > 1 and set(auth) != {"bearer_token", "bearer_token_file"}:
        last = max(auth, key=lambda key: pairs[key].key_span().start)
        others = " and ".join(f"`{key}`" for key in auth if key != last)
        yield ParseError(
            pairs[last].key_span(), f"`{last}` and {others} exclude each other: one client, one way to log in"
        )
    has_cert, has_key = ("cert" in pairs or "cert_file" in pairs), ("key" in pairs or "key_file" in pairs)
    if node.key is not None and node.key.raw == "tls_config" and has_cert != has_key:
        missing = "key" if has_cert else "cert"
        yield ParseError(
            node.key_span(), f"a client certificate needs both cert and key, and `{missing}_file` is missing"
        )


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
