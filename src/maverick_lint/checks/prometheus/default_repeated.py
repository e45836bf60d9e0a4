"""Scrape jobs set what differs from the default (configuration/configuration of Prometheus 3, read 2026-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Prometheus

_DEFAULTS: Final = {
    "metrics_path": "/metrics",
    "scheme": "http",
    "honor_labels": "false",
    "honor_timestamps": "true",
    "enable_compression": "true",
    "follow_redirects": "true",
}
_GENERAL: Final = ("scrape_interval", "scrape_timeout")


def check(document: Document[Prometheus], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each key of a scrape job with the value that holds without it."""
    for job in document.model.jobs:
        for key, value in job.node.pairs().items():
            general = document.model.root.at("global", key) if key in _GENERAL else None
            if value.is_scalar and value.raw == _DEFAULTS.get(key):
                yield Hit(value.key_span(), {"key": key, "value": value.raw, "what": "every scrape job"})
            elif value.is_scalar and general is not None and general.raw == value.raw and value.raw:
                yield Hit(value.key_span(), {"key": key, "value": value.raw, "what": "this configuration's `global`"})
