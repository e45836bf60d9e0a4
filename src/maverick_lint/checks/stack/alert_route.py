"""Alerts have the labels that Alertmanager routes by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.stack._alert_routes import given_values, only_tree, routed_values
from maverick_lint.core.facts.monitoring import Alert, AlertReceiver
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.alertmanager.implication import takes
from maverick_lint.formats.alertmanager.model import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.notifications import AlertRoute
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Short and long words for the same severity.
_SAME: Final = (
    ("crit", "critical"), ("warn", "warning"), ("err", "error"), ("information", "info"), ("emerg", "emergency"),
)  # fmt: skip
_SHOWN: Final = 5


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each alert of which a label is misspelt beside the routes, or that reaches nobody for it."""
    tree = only_tree(stack)
    if tree is None or not tree.children:
        return
    routed, given = routed_values(tree), given_values(stack)
    tells = {one.name: bool(one.integrations) for one in stack.every(AlertReceiver)}
    for alert in stack.every(Alert):
        if not _falls_through(tree, alert):
            continue
        for label, value in alert.labels:
            values = routed.get(label)
            if values is None or value in values or label not in given:
                continue
            near = _same(value, list(values))
            if not near:
                # Two names that are alike may both be meant, if alerts have both.
                near = next((one for one in close_matches(value, list(values), 1, 0.8) if one not in given[label]), "")
            said = {"alert": alert.name, "label": label, "value": value, "path": tree.path, "receiver": tree.receiver}
            if near:
                related = (Related(values[near], "the route"),)
                yield Hit(alert.place, {**said, "near": near}, related=related)
                break
            if tells.get(tree.receiver) is False:
                taken = ", ".join(list(values)[:_SHOWN])
                yield Hit(alert.place, {**said, "taken": taken}, "dropped", (Related(tree.place, "the routes"),))
                break


def _falls_through(tree: AlertRoute, alert: Alert) -> bool:
    """Say whether the labels that an alert sets keep it from every route."""
    known = {name: value for name, value in alert.labels if "{{" not in value and "$" not in value}
    known["alertname"] = alert.name
    return all(
        child is not None
        and any(
            label in known and takes(Matcher(label, op, value), known[label]) is False for label, op, value in child
        )
        for child in tree.children
    )


def _same(value: str, values: list[str]) -> str:
    """Return the routed value that is the same in other letters or another short form, "" for none."""
    lower = {one.lower(): one for one in values}
    if value.lower() in lower:
        return lower[value.lower()]
    for pair in _SAME:
        if value.lower() in pair:
            other = pair[1 - pair.index(value.lower())]
            if other in lower:
                return lower[other]
    return ""
