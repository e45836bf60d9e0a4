"""What a route names is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

_INTERVALS = ("mute_time_intervals", "active_time_intervals")


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each receiver and time interval that a route names and nothing defines."""
    model = document.model
    receivers = {receiver.name for receiver in model.receivers}
    intervals = {interval.raw for interval in model.intervals}
    for route in model.route.walk() if model.route is not None else ():
        if route.receiver is not None:
            yield from _undefined(route.receiver, receivers, "")
        for key in _INTERVALS:
            named = route.node.get(key)
            for interval in named.items() if named is not None else ():
                yield from _undefined(interval, intervals, "interval")


def _undefined(node: Node, known: set[str], case: str) -> Iterator[Hit]:
    if node.text is None or node.raw in known or "${" in node.raw or "{{" in node.raw:
        return
    near = close_matches(node.raw, sorted(known), 1, 0.6)
    yield Hit(node, {"name": node.raw, "hint": f"; did you mean `{near[0]}`?" if near else ""}, case=case)
