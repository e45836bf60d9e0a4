"""No rule is loaded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.prometheus._loading import loads_surely, servers
from maverick_lint.core.facts.monitoring import Alert, Recorded
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each rule that one configuration loads from an earlier file too."""
    known: dict[tuple[object, ...], list[Alert | Recorded]] = {}
    rules: list[Alert | Recorded] = [*stack.every(Alert), *stack.every(Recorded)]
    for one in rules:
        key = (type(one).__name__, one.name, "".join(one.expression.split()), tuple(sorted(one.labels)))
        known.setdefault(key, []).append(one)
    for server in servers(stack):
        for same in known.values():
            loaded = [one for one in same if loads_surely(server, one.path)] if len(same) > 1 else []
            for one in loaded:
                if one.path != loaded[0].path:
                    place = loaded[0].place
                    values = {"name": one.name, "other": place.path}
                    yield Hit(one.place, values, related=(Related(place, "the same rule"),))
