"""Every route can take an alert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.alertmanager.implication import excludes, follows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager, Matcher, Route

Pair = tuple["Matcher", "Matcher"]
# How many pairs of routes are compared: three hundred in one list.
_PAIRS: Final = 50_000


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each route that an earlier one beside it leaves nothing, and each that contradicts the routes above it."""
    root = document.model.route
    budget = _PAIRS
    waiting: list[tuple[Route, tuple[Matcher, ...]]] = [] if root is None else [(root, ())]
    while waiting:
        above, inherited = waiting.pop()
        taken: list[Route] = []
        for route in above.routes:
            budget -= len(taken)
            if budget < 0:
                return
            given = (*inherited, *(route.matchers or ()))
            earlier = next((other for other in taken if _covers(other, route, given)), None)
            if earlier is not None:
                line = document.source.position(earlier.node.span.start).line
                related = (Related(earlier.head(), "this route takes every such alert"),)
                yield Hit(route.head(), {"line": line}, related=related)
            if not route.continues:
                taken.append(route)
            if (pair := _contradiction(inherited, route)) is not None:
                case = "contradiction" if pair[1] in inherited else "itself"
                yield Hit(route.head(), {"mine": _shown(pair[0]), "theirs": _shown(pair[1])}, case)
            waiting.append((route, given))


def _covers(earlier: Route, later: Route, given: tuple[Matcher, ...]) -> bool:
    if earlier.matchers is None or later.matchers is None:
        return False
    return all(follows(matcher, given) for matcher in earlier.matchers)


def _contradiction(inherited: tuple[Matcher, ...], route: Route) -> Pair | None:
    own = route.matchers or ()
    for number, mine in enumerate(own):
        for theirs in (*inherited, *own[:number]):
            if excludes(mine, theirs):
                return mine, theirs
    return None


def _shown(matcher: Matcher) -> str:
    return f'{matcher.label}{matcher.op}"{matcher.value}"'
