"""What an alert watches, read off its expression: errors, latency, or whether something is there at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._promql.tree import Call, Selector, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Rule

ERRORS: Final = "errors"
LATENCY: Final = "latency"
DOWN: Final = "down"

_STATUS_WORDS: Final = (
    "status code status_code http_status http_status_code http_response_status_code response_code response_status "
    "status_class grpc_code grpc_status outcome result exception level severity"
)
_STATUS: Final = frozenset(_STATUS_WORDS.split())
_FAILED: Final = re.compile(r"\^?\(?(?:.*\|)?(?:5|\[45\]|\[5)|error|fail|exception|unavailable|internal", re.IGNORECASE)
_ERROR_NAME: Final = re.compile(r"error|fail|exception|5xx|rejected|status_code", re.IGNORECASE)
_LATENCY_NAME: Final = re.compile(
    r"latency|duration|response_time|request_time|processing_time|request_seconds", re.IGNORECASE
)
# Exporters and monitoring watch themselves and the machine with these; that says nothing of the application.
_OTHERS: Final = ("node_", "prometheus_", "alertmanager_", "grafana_", "go_", "scrape_", "net_conntrack_", "promhttp_")
_ALERT_ERRORS: Final = re.compile(r"error.?(?:rate|ratio|budget)|high.?errors|5xx", re.IGNORECASE)
_ALERT_LATENCY: Final = re.compile(r"latency|slow.?(?:request|response)|response.?time", re.IGNORECASE)
_ALERT_DOWN: Final = re.compile(
    r"down\b|down$|unreachable|not.?up\b|target.?missing|instance.?missing|service.?unavailable", re.IGNORECASE
)
_DOWN_NAME: Final = re.compile(r"(?:^|_)up$|^probe_success$|^up:|:up(?::|$)")


def signals(rule: Rule) -> tuple[str, ...]:
    """Return which of "errors", "latency" and "down" an alert watches.

    The expression decides; where it cannot be read or hides the metric in a recording rule, the alert's name may.
    """
    found = set(_named(rule.name.raw))
    tree = rule.expression.tree if rule.expression is not None else None
    if tree is not None:
        found.update(_read(tree))
    return tuple(sorted(found))


def _named(name: str) -> Iterator[str]:
    if _ALERT_ERRORS.search(name):
        yield ERRORS
    if _ALERT_LATENCY.search(name):
        yield LATENCY
    if _ALERT_DOWN.search(name):
        yield DOWN


def _read(tree: Expr) -> Iterator[str]:
    for node in walk(tree):
        if isinstance(node, Call):
            if node.function in ("absent", "absent_over_time") and any(_is_up(arg) for arg in walk(node)):
                yield DOWN
            if node.function in ("histogram_quantile", "histogram_quantiles") and not _is_foreign(node):
                yield LATENCY
        elif isinstance(node, Selector):
            if _is_up(node):
                yield DOWN
            if node.name.startswith(_OTHERS):
                continue
            if _ERROR_NAME.search(node.name) or any(
                matcher.label in _STATUS and matcher.op in ("=", "=~") and _FAILED.match(matcher.value)
                for matcher in node.matchers
            ):
                yield ERRORS
            if _LATENCY_NAME.search(node.name) or any(matcher.label == "quantile" for matcher in node.matchers):
                yield LATENCY


def _is_up(node: Expr) -> bool:
    return isinstance(node, Selector) and _DOWN_NAME.search(node.name) is not None


def _is_foreign(node: Expr) -> bool:
    return any(isinstance(inner, Selector) and inner.name.startswith(_OTHERS) for inner in walk(node))
