"""compose/undefined-reference."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._together import Neighbours, all_services, awaits_override
from maverick_lint.core.facts.containers import ComposeFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.services import services_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Among how many names a similar one is looked for.
_COMPARED: Final = 100
# For how many names of a file: more is no slip of the hand.
_HINTS: Final = 100


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each volume, network, secret, config or service that is named and nowhere declared.

    A name that another file declares which may be started together with this one is left alone; for services that is
    any other file, since few repositories put the parts of a project in folders below each other.
    """
    neighbours = Neighbours(stack)
    services = all_services(stack)
    for fact in stack.every(ComposeFact):
        if not fact.wanted or awaits_override(stack, fact):
            continue
        elsewhere = {pair for other in neighbours.of(fact.path) for pair in other.declared}
        declared: dict[str, list[str]] = {}
        for section, name in fact.declared:
            declared.setdefault(section, []).append(name)
        hints = _HINTS
        for wanted in fact.wanted:
            if (wanted.section, wanted.name) in elsewhere or (wanted.section, wanted.name) in services:
                continue
            hints -= 1
            known = declared.get(wanted.section, ()) if hints >= 0 else ()
            values = {
                "service": wanted.service,
                "name": wanted.name,
                "what": wanted.section.removesuffix("s"),
                "section": wanted.section,
                "key": wanted.key,
                "hint": f"; did you mean `{close}`?" if (close := _close(wanted.name, known)) else "",
            }
            of_service = wanted.section == "services"
            near = [one for one in services_of(stack, fact.path) if of_service and one.name == close]
            related = tuple(Related(one.place, f"service `{one.name}`") for one in near[:1])
            yield Hit(wanted.place, values, "service" if of_service else "", related)


def _close(name: str, known: Iterable[str]) -> str:
    return next(iter(close_matches(name, list(islice(known, _COMPARED)), 1, 0.7)), "")
