"""A window holds at least two scrapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._intervals import known_servers, shortest
from maverick_lint.core.facts.monitoring import Window
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each window that is shorter than two scrape intervals of what it may read."""
    servers = known_servers(stack)
    for window in stack.every(Window):
        found = shortest(servers, window.job)
        if found is not None and window.seconds < 2 * found[0]:
            values = {"function": window.function, "window": f"{window.seconds:g}", "interval": f"{found[0]:g}"}
            yield Hit(window.place, values, related=(Related(found[1], "what is scraped here"),))
