"""Alerts that Alertmanager routes by name are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._servers import prometheus_services
from maverick_lint.core.facts.monitoring import Alert, RoutedAlert
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each name of an alert in a route or an inhibition that no rule of the repository has.

    A name that is close to one that exists is misspelt; another may come from elsewhere, unless the repository runs the
    Prometheus too.
    """
    known = {alert.name: alert for alert in stack.every(Alert)}
    if not known:
        return
    whole = bool(prometheus_services(stack))
    for routed in stack.every(RoutedAlert):
        if routed.name in known:
            continue
        near = close_matches(routed.name, sorted(known), 1, 0.8)
        if near:
            related = (Related(known[near[0]].place, f"the alert `{near[0]}`"),)
            yield Hit(routed.place, {"name": routed.name, "hint": f"; did you mean `{near[0]}`?"}, related=related)
        elif whole:
            yield Hit(routed.place, {"name": routed.name, "hint": ""})
