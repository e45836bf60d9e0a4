"""The waits of a route fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager, Route

# What holds where nothing is set (alerting/configuration, read 2026-11).
_USUAL: Final = {"group_wait": (30.0, "30s"), "group_interval": (300.0, "5m"), "repeat_interval": (14400.0, "4h")}
Waits = dict[str, tuple[float | None, str]]


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each route that repeats more often than it looks, or waits longer for a group than between two."""
    route = document.model.route
    stack: list[tuple[Route, Waits]] = [] if route is None else [(route, dict(_USUAL))]
    while stack:
        route, above = stack.pop()
        own = {key: node for key in _USUAL if (node := route.node.get(key)) is not None and node.text}
        waits: Waits = {**above, **{key: (seconds(node.raw), node.raw) for key, node in own.items()}}
        yield from _judge(own, waits)
        stack.extend((child, waits) for child in reversed(route.routes))


def _judge(own: dict[str, Node], waits: Waits) -> Iterator[Hit]:
    interval, repeat, wait = (waits[key][0] for key in ("group_interval", "repeat_interval", "group_wait"))
    values = {key: text for key, (_, text) in waits.items()}
    if interval is None:
        return
    if repeat is not None and repeat < interval and own.keys() & {"group_interval", "repeat_interval"}:
        yield Hit(own.get("repeat_interval") or own["group_interval"], values)
    if wait is not None and wait > interval and own.keys() & {"group_interval", "group_wait"}:
        yield Hit(own.get("group_wait") or own["group_interval"], values, "wait")
