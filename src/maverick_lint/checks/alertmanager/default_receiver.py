"""Alerts are taken by a route that was written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.facts.notifications import AlertRoute
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.alertmanager.implication import takes
from maverick_lint.formats.alertmanager.model import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each alert that the known labels of its rule keep from every route, when one Alertmanager is configured."""
    trees = stack.every(AlertRoute)
    if len({tree.path for tree in trees}) != 1:
        return
    for alert in stack.every(Alert):
        known = {name: value for name, value in alert.labels if "{{" not in value and "$" not in value}
        known["alertname"] = alert.name
        tree = trees[0]
        if tree.children and all(_refuses(child, known) for child in tree.children):
            values = {"path": tree.path, "alert": alert.name, "receiver": tree.receiver}
            yield Hit(alert.place, values, related=(Related(tree.place, "the routes"),))


def _refuses(matchers: tuple[tuple[str, str, str], ...] | None, known: dict[str, str]) -> bool:
    """Say whether a route takes no alert with these labels, whatever its others are."""
    if matchers is None:
        return False
    return any(
        label in known and takes(Matcher(label, op, value), known[label]) is False for label, op, value in matchers
    )
