"""Dashboards work in another Grafana."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import DashboardSource, DataSource
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Every Grafana has these itself.
_OWN: Final = frozenset({"grafana", "__expr__", "__grafana__", "datasource"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each uid of a data source that a dashboard names and nothing provisions."""
    provisioned = {source.uid for source in stack.every(DataSource)}
    if None in provisioned:
        return
    for use in stack.every(DashboardSource):
        if use.uid not in provisioned and use.uid not in _OWN and use.type not in _OWN:
            yield Hit(use.place, {"uid": use.uid})
