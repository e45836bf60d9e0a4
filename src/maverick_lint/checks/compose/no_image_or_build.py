"""compose/no-image-or-build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._together import awaits_override
from maverick_lint.core.facts.containers import ComposeFact
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service that has neither an image nor a build, in no file that it may be started with."""
    facts = stack.every(ComposeFact)
    for fact in facts:
        if fact.bare and not awaits_override(stack, fact):
            elsewhere = {
                name
                for other in facts
                if other is not fact
                for section, name in other.declared
                if section == "services"
            }
            for name, place in fact.bare:
                if name not in elsewhere:
                    yield Hit(place, {"service": name})
