"""Routes are for alerts that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.stack._alert_routes import given_values, only_tree, routed_values
from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.image_ports import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_SERVERS: Final = frozenset({"prom/prometheus", "prometheus", "bitnami/prometheus", "quay.io/prometheus/prometheus"})
_SHOWN: Final = 5


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each value of a label in a route that no alert gives, where the repository runs the Prometheus too."""
    tree = only_tree(stack)
    if tree is None or not any(
        one.image is not None and short_name(one.image) in _SERVERS for one in stack.every(Service)
    ):
        return
    given = given_values(stack)
    for label, values in routed_values(tree).items():
        alerts = given.get(label, {})
        for value, place in values.items():
            if alerts and value not in alerts:
                first = next(iter(alerts.values()))
                said = {"label": label, "value": value, "given": ", ".join(list(alerts)[:_SHOWN])}
                yield Hit(place, said, related=(Related(first.place, "an alert"),))
