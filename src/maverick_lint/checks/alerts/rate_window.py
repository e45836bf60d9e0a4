"""A window holds at least two scrapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact, Window
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each window that is shorter than two scrape intervals of what it may read."""
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    if not servers or any(server.splits for server in servers):
        return
    for window in stack.every(Window):
        found = [_shortest(server, window.job) for server in servers]
        if any(one is None for one in found):
            continue
        interval, place = min(one for one in found if one is not None)
        if window.seconds < 2 * interval:
            values = {"function": window.function, "window": f"{window.seconds:g}", "interval": f"{interval:g}"}
            related = (Related(place, "what is scraped here"),)
            yield Hit(window.place, values, related=related)


def _shortest(server: PrometheusFact, job: str) -> tuple[float, Place] | None:
    """Return the shortest interval in seconds of the job, or of all jobs; None when one of them is not known."""
    if server.interval is None:
        return None
    own = [(one.interval or server.interval, one.place) for one in server.jobs if one.name == job and not one.renames]
    every = [(one.interval or server.interval, one.place) for one in server.jobs]
    return min(own or every, default=(server.interval, server.place))
