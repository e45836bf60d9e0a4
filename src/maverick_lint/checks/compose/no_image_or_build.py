"""compose/no-image-or-build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._together import together
from maverick_lint.core.facts.containers import ComposeFact
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that has neither an image nor a build, in no file that it may be started with."""
    others = together(stack)
    for fact in stack.every(ComposeFact):
        if fact.bare:
            elsewhere = {pair for other in others[fact.path] for pair in other.declared}
            for name, place in fact.bare:
                if ("services", name) not in elsewhere:
                    yield Hit(place, {"service": name})
