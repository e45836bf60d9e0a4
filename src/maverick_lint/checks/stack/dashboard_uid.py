"""stack/dashboard-uid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import DashboardFact
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each dashboard that has the uid of another one in its folder."""
    seen: dict[tuple[str, str], DashboardFact] = {}
    for fact in stack.every(DashboardFact):
        folder = fact.path.rpartition("/")[0]
        first = seen.setdefault((folder, fact.uid), fact)
        if first is not fact:
            related = (Related(first.place, f"dashboard `{first.title}` has it already"),)
            yield Hit(fact.place, {"uid": fact.uid, "title": fact.title, "other": first.path}, related=related)
