"""Findings about a technology that the standard bans: one for each file, at the first thing that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.evidence import by_file, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.repository import Evidence, Technology
    from maverick_lint.core.finding import Value
    from maverick_lint.stack.model import Stack

_SHOWN: Final = 10
# Folders whose files are handed to tests or come from others: nothing is deployed from them.
_APART: Final = frozenset(
    {"testdata", "test-data", "fixtures", "__fixtures__", "vendor", "third_party", "node_modules"}
)


def hits(stack: Stack, technology: Technology, allow: Sequence[str]) -> Iterator[Hit]:
    """Yield a hit for each file that shows the technology; `allow` names products that may be used."""
    allowed = {name.lower() for name in allow}
    found = [e for e in evidence(stack, technology) if e.name.lower() not in allowed and counts(e)]
    for each in by_file(found).values():
        first, *others = each
        related = tuple(Related(other.place, other.what) for other in others[:_SHOWN])
        values: dict[str, Value] = {
            "what": first.what[:1].upper() + first.what[1:],
            "name": first.name,
            "more": len(others),
        }
        yield Hit(first.place, values, case="more" if len(others) > 1 else "one" if others else "", related=related)


def counts(evidence: Evidence) -> bool:
    """Say whether evidence stands in a file of the repository's own that is no test data."""
    return _APART.isdisjoint(evidence.place.path.lower().split("/")[:-1])
