"""Somebody is told of errors, of slowness, and of a service that is down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import Alert, PrometheusFact
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

SIGNALS: Final = ("errors", "latency", "down")
_LIBRARY: Final = (".libsonnet", ".jsonnet")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each of the three that no alert of the repository watches."""
    alerts = stack.every(Alert)
    watched = {signal for alert in alerts for signal in alert.signals}
    place = _place(stack, alerts, watched)
    if place is not None:
        for signal in SIGNALS:
            if signal not in watched:
                yield Hit(place, {}, case=signal)


def _place(stack: Stack, alerts: Sequence[Alert], watched: set[str]) -> Place | None:
    """Return where to say so; None where nothing here is monitored by rules of its own.

    Rules without a Prometheus may be a library that others load. They count as monitoring when they watch one of the
    three, so that somebody meant to watch a service; sources of a mixin say that it is a library.
    """
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    if not alerts:
        from maverick_lint.stack.deploys import deploys  # a large part of the stack, asked for in this case only

        return servers[0].place if servers and deploys(stack) else None
    first = min(alerts, key=lambda alert: (alert.path.count("/"), alert.place)).place
    if servers:
        return first
    library = any(path.endswith(_LIBRARY) for path in stack.files)
    return first if watched and not library else None
