"""Alerts that rules read are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._servers import prometheus_services
from maverick_lint.core.facts.monitoring import Alert, RuleUse
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each name of an alert in a rule over ALERTS that no rule has.

    A name that is close to one that exists is misspelt; another may be of rules that are elsewhere, unless the
    repository runs the Prometheus too.
    """
    known = {alert.name: alert for alert in stack.every(Alert)}
    whole = bool(prometheus_services(stack))
    for use in stack.every(RuleUse):
        if use.what != "alert" or use.name in known:
            continue
        near = close_matches(use.name, sorted(known), 1, 0.85)
        values = {"name": use.name, "metric": use.text}
        if near:
            related = (Related(known[near[0]].place, f"the alert `{near[0]}`"),)
            yield Hit(use.place, {**values, "hint": f"; did you mean `{near[0]}`?"}, related=related)
        elif whole and known:
            yield Hit(use.place, {**values, "hint": ""})
