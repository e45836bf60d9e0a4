"""An alert on what is absent waits for two scrapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._intervals import known_servers, shortest
from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each `for` of such an alert that is shorter than two scrape intervals of what it misses."""
    servers = known_servers(stack)
    for alert in stack.every(Alert) if servers else ():
        found = shortest(servers, alert.absent) if alert.absent is not None else None
        if found is None or alert.lasts is None or alert.waits is None or alert.lasts >= 2 * found[0]:
            continue
        values = {"given": f"{alert.lasts:g}s", "interval": f"{found[0]:g}", "least": f"{2 * found[0]:g}"}
        yield Hit(alert.waits, values, related=(Related(found[1], "what is scraped here"),))
