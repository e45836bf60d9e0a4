"""What Prometheus demands of keys that belong together (configuration/configuration of 3.5, read 2026-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

_LEGACY: Final = "legacy"
_UTF8: Final = ("NoTranslation", "NoUTF8EscapingWithSuffixes")
_ATTRIBUTES: Final = ("promote_resource_attributes", "ignore_resource_attributes")
# The exporter of traces sets these, or has keys of its own for them.
_HEADERS: Final = frozenset(
    {"authorization", "host", "content-encoding", "content-length", "content-type", "user-agent", "connection"}
    | {"keep-alive", "proxy-authenticate", "proxy-authorization", "www-authenticate", "accept-encoding"}
    | {"x-prometheus-remote-write-version", "x-prometheus-remote-read-version"}
)


def demand_faults(root: Node) -> Iterator[ParseError]:
    """Yield what is wrong with the names of metrics, with OTLP, with traces and with the protocols of scraping."""
    own = root.get("global")
    jobs = root.get("scrape_configs")
    legacy = own is not None and _raw(own, "metric_name_validation_scheme") == _LEGACY
    if own is not None:
        yield from _protocols(own)
    for job in jobs.items() if jobs is not None else ():
        yield from _protocols(job)
        yield from _escaping(job, own)
    yield from _otlp(root.get("otlp"), legacy=legacy)
    headers = root.at("tracing", "headers")
    for name, value in headers.pairs().items() if headers is not None else ():
        if name.lower() in _HEADERS:
            yield ParseError(value.key_span(), f"traces cannot be sent with a header `{name}` of one's own")


def _protocols(part: Node) -> Iterator[ParseError]:
    listed = part.get("scrape_protocols")
    seen: set[str] = set()
    for item in listed.items() if listed is not None else ():
        if item.text and item.text in seen:
            yield ParseError(item.span, f"the protocol `{item.text}` is listed twice")
        seen.add(item.text or "")


def _escaping(job: Node, own: Node | None) -> Iterator[ParseError]:
    """Yield that names in UTF-8 are asked for by a job, or for it by `global`, which refuses them."""
    holders = [job] if own is None else [job, own]
    validation = next((text for part in holders if (text := _raw(part, "metric_name_validation_scheme"))), "")
    node = next((node for part in holders if (node := part.get("metric_name_escaping_scheme")) is not None), None)
    if node is not None and node.text == "allow-utf-8" and validation == _LEGACY:
        yield ParseError(node.span, "`allow-utf-8` needs `metric_name_validation_scheme: utf8`")


def _otlp(node: Node | None, *, legacy: bool) -> Iterator[ParseError]:
    if node is None or not node.is_map:
        return
    every, strategy = node.get("promote_all_resource_attributes"), node.get("translation_strategy")
    promoted, ignored = (node.get(key) for key in _ATTRIBUTES)
    takes_all = every is not None and every.value is True
    if takes_all and promoted is not None and promoted.items():
        message = "`promote_resource_attributes` and `promote_all_resource_attributes` exclude each other"
        yield ParseError(promoted.key_span(), message)
    if ignored is not None and ignored.items() and not takes_all:
        message = "`ignore_resource_attributes` needs `promote_all_resource_attributes: true`"
        yield ParseError(ignored.key_span(), message)
    if legacy and strategy is not None and strategy.text in _UTF8:
        yield ParseError(strategy.span, f"`{strategy.text}` needs names in UTF-8, and `global` allows none")
    for listed in (promoted, ignored):
        seen: set[str] = set()
        for item in listed.items() if listed is not None else ():
            text = (item.text or "").strip()
            if item.is_scalar and not is_open(item.raw) and (not text or text in seen):
                yield ParseError(
                    item.span, f"the attribute `{text}` is listed twice" if text else "an attribute is empty"
                )
            seen.add(text)


def _raw(node: Node, key: str) -> str:
    child = node.get(key)
    return (child.text or "") if child is not None else ""
