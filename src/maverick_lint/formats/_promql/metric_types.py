"""Which metrics are counters and which are gauges: by the table of well-known exporters, else by their endings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._promql.exporters import BEGINS, PARTS, exporters
from maverick_lint.formats._promql.tree import Call, Selector, Subquery, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._promql.tree import Expr

_OF_COUNTERS: Final = frozenset({"rate", "irate", "increase", "resets"})
_OF_GAUGES: Final = frozenset({"delta", "idelta", "deriv", "predict_linear"})
# Endings of what goes up and down, from the conventions of names (practices/naming, read 2026-11), and the metrics of
# memory of the node exporter, one for each line that the kernel gives.
_GAUGE: Final = re.compile(r"(?:_ratio|_celsius|_percent|_info)\Z|\Aup\Z|\Anode_memory_\w+_bytes\Z")
# Words of amounts that rise and fall, whose metrics bear the ending of a counter all the same.
_AMOUNT: Final = re.compile(
    r"unapplied|pending|queue|current|active|open_|_open|free|used|avail|size|mem|disk|bytes_total$|connections|threads"
    r"|capacity|limit|max|members|nodes|replicas|instances|backlog|cpu_cores|swap|inodes|workers|waiting|running"
)


# Exporters call these what they are not: a time, a place in a log and an identity do not count anything, and what ends
# like a counter and is called a gauge may well be one; the last time of something only grows.
_DOUBTFUL: Final = {
    "counter": re.compile(r"(?:_time|_time_seconds|_lsn|_reset|_id)\Z"),
    "gauge": re.compile(r"_total\Z|timestamp"),
}
# What is counted by things that happen, and not by things that are there.
_EVENTS: Final = re.compile(
    r"_(?:requests|errors|failures|failed|seconds|responses|messages|queries|packets|hits|misses|retries|restarts|events"
    r"|operations|calls|dropped|timeouts|evictions|received|sent|processed)_total\Z"
)


@record
class Misuse:
    """A function over a metric that it does not fit; `exporter` is "" where the name alone tells the type."""

    call: Call
    selector: Selector
    type: str
    exporter: str


@lru_cache(maxsize=2048)
def known_type(metric: str) -> tuple[str, str] | None:
    """Return the type of a series of a well-known exporter, and the exporter; None when it is not known."""
    if not metric.startswith(BEGINS):
        return None
    for exporter in exporters():
        if not metric.startswith(exporter.begins):
            continue
        kind = exporter.types.get(metric)
        if kind in _DOUBTFUL:
            return None if _DOUBTFUL[kind].search(metric) else (kind, exporter.name)
        for part in PARTS:
            if metric.endswith(part) and exporter.types.get(metric.removesuffix(part)) in ("histogram", "summary"):
                return "counter", exporter.name
    return None


def is_counter(metric: str) -> bool:
    """Say whether a metric is surely meant to be a counter."""
    known = known_type(metric)
    if known is not None:
        return known[0] == "counter"
    return metric.endswith("_total") and ":" not in metric and _AMOUNT.search(metric) is None


def counts_events(metric: str) -> bool:
    """Say whether a metric is a counter by the table, or counts what happens by its name."""
    known = known_type(metric)
    return known[0] == "counter" if known is not None else ":" not in metric and bool(_EVENTS.search(metric))


def misuses(tree: Expr) -> Iterator[Misuse]:
    """Yield each rate and the like of a gauge, and each delta and the like of a counter."""
    for node in walk(tree):
        if not isinstance(node, Call) or not node.args or node.function not in _OF_COUNTERS | _OF_GAUGES:
            continue
        selector = _read(node.args[0])
        if selector is None or not selector.name:
            continue
        known = known_type(selector.name)
        kind, exporter = known or ("", "")
        if node.function in _OF_COUNTERS:
            if kind == "gauge" or (not kind and _GAUGE.search(selector.name)):
                yield Misuse(node, selector, "gauge", exporter)
        elif kind == "counter" or (not kind and is_counter(selector.name)):
            yield Misuse(node, selector, "counter", exporter)


def _read(argument: Expr) -> Selector | None:
    node = bare(argument)
    if isinstance(node, Subquery):
        node = bare(node.expr)
    return node if isinstance(node, Selector) else None
