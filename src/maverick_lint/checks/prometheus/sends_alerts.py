"""Alerts are sent to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.prometheus._loading import loads, servers, unloaded
from maverick_lint.core.facts.monitoring import RuleFile
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each configuration that has alerts and no Alertmanager."""
    forgotten = unloaded(stack)
    files = [file for file in stack.every(RuleFile) if file.alerts]
    for server in servers(stack):
        if server.alertmanagers:
            continue
        own = [file for file in files if loads(server, file.path) or file in forgotten.get(server.path, ())]
        if own:
            count = sum(file.alerts for file in own)
            related = tuple(Related(file.place, f"alerts in {file.path}: {file.alerts}") for file in own)
            values = {"count": count, "noun": "alert" if count == 1 else "alerts"}
            yield Hit(server.alerting_place or server.place, values, related=related)
