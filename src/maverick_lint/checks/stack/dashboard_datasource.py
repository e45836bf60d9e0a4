"""stack/dashboard-datasource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import DashboardSource, DataSource
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_BUILT_IN: Final = frozenset({"grafana", "datasource", "dashboard", "mixed", "__expr__", "default"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each uid of a data source that no provisioning file defines."""
    for use in stack.every(DashboardSource):
        if use.uid.lower() in _BUILT_IN or use.type in _BUILT_IN:
            continue
        sources = [one for one in stack.every(DataSource) if _near(one.path, use.path)]
        kinds = {source.type for source in sources}
        # Grafana makes a uid from the name where none is given, and a variable may hold any.
        if not sources or not all(source.uid and source.type for source in sources):
            continue
        uids = {source.uid or "" for source in sources} | {source.name or "" for source in sources}
        if use.uid in uids or (use.type and use.type not in kinds):
            continue
        of_kind = [one for one in sources if not use.type or one.type == use.type]
        related = tuple(Related(one.place, f"data source `{one.name}` has the uid `{one.uid}`") for one in of_kind[:3])
        hint = nearest(use.uid, (one.uid or "" for one in of_kind))
        if not hint and len(of_kind) == 1:
            hint = f"; the one of this type has the uid `{of_kind[0].uid}`"
        yield Hit(use.place, {"uid": use.uid, "hint": hint}, related=related)


def _near(provisioning: str, dashboard: str) -> bool:
    """Say whether two files belong to one Grafana: they have their first folder in common, or one stands at the top."""
    one, other = provisioning.split("/")[:-1], dashboard.split("/")[:-1]
    return not one or not other or one[0] == other[0]
