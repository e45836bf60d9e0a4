"""Every route can take an alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager, Matcher, Route


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each route that an earlier one beside it leaves nothing, and each that contradicts the route above it."""
    if document.model.route is None:
        return
    for above in document.model.route.walk():
        taken: list[Route] = []
        for route in above.routes:
            earlier = next((other for other in taken if _covers(other, route)), None)
            if earlier is not None:
                line = document.source.position(earlier.node.span.start).line
                related = (Related(earlier.head(), "this route takes every such alert"),)
                yield Hit(route.head(), {"line": line}, related=related)
            if not route.continues:
                taken.append(route)
            if (pair := _contradiction(above, route)) is not None:
                yield Hit(route.head(), {"mine": pair[0], "theirs": pair[1]}, case="contradiction")


def _covers(earlier: Route, later: Route) -> bool:
    if earlier.matchers is None or later.matchers is None:
        return False
    return set(earlier.matchers) <= set(later.matchers)


def _contradiction(above: Route, route: Route) -> tuple[str, str] | None:
    outer = {m.label: m for m in above.matchers or () if m.op == "="}
    for mine in route.matchers or ():
        theirs = outer.get(mine.label)
        if theirs is not None and mine.op == "=" and mine.value != theirs.value:
            return _shown(mine), _shown(theirs)
    return None


def _shown(matcher: Matcher) -> str:
    return f'{matcher.label}{matcher.op}"{matcher.value}"'
