"""Alerts wait for several evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.prometheus._loading import loaded_by, servers, unloaded
from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.monitoring import PrometheusFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each `for` of less than two evaluations; where no interval is set, the place for it, once."""
    forgotten = unloaded(stack)
    by_path: dict[str, list[Alert]] = {}
    for alert in stack.every(Alert):
        by_path.setdefault(alert.path, []).append(alert)
    for server in servers(stack):
        near = {file.path for file in forgotten.get(server.path, ())} | loaded_by(stack, server)
        alerts = [alert for path in sorted(near) for alert in by_path.get(path, ())]
        yield from _short(server, alerts)


def _short(server: PrometheusFact, alerts: list[Alert]) -> Iterator[Hit]:
    interval = server.evaluation
    for alert in alerts:
        if interval is None or not alert.lasts or alert.lasts >= 2 * interval or alert.waits is None:
            continue
        values = {"interval": f"{interval:g}", "given": f"{alert.lasts:g}s", "alert": alert.name}
        if server.evaluates:
            yield Hit(alert.waits, values)
            continue
        if alert.lasts > interval:
            continue
        related = (Related(alert.waits, "an alert that waits for one evaluation"),)
        yield Hit(server.alerting_place or server.place, values, "none", related)
        return
