"""The labels by which Alertmanager routes, beside those that alerts have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.facts.notifications import AlertRoute
from maverick_lint.formats.alertmanager.implication import values_of
from maverick_lint.formats.alertmanager.model import Matcher

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def only_tree(stack: Stack) -> AlertRoute | None:
    """Return the routes of the one Alertmanager of the repository; None where there are several, or none."""
    trees = stack.every(AlertRoute)
    return trees[0] if len({tree.path for tree in trees}) == 1 else None


def routed_values(tree: AlertRoute) -> dict[str, dict[str, Place]]:
    """Return the values that routes ask for by label, each with its first place; no label that is matched otherwise."""
    found: dict[str, dict[str, Place]] = {}
    open_labels = {"alertname"}
    for label, op, value, place in tree.asked:
        values = values_of(Matcher(label, op, value))
        if not values or any(not one for one in values):
            open_labels.add(label)
        for one in values:
            found.setdefault(label, {}).setdefault(one, place)
    return {label: values for label, values in found.items() if label not in open_labels}


def given_values(stack: Stack) -> dict[str, dict[str, Alert]]:
    """Return the values that alerts have by label, each with the first alert; no label that a template gives."""
    found: dict[str, dict[str, Alert]] = {}
    open_labels = set()
    for alert in stack.every(Alert):
        for label, value in alert.labels:
            if "{{" in value or "$" in value:
                open_labels.add(label)
            found.setdefault(label, {}).setdefault(value, alert)
    return {label: values for label, values in found.items() if label not in open_labels}
