"""States the checks that a change must pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.required import RequiredCheck
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.required_checks.model import RequiredChecks


def facts(document: Document[RequiredChecks]) -> Iterator[Fact]:
    """Yield each required check."""
    for check in document.model.checks:
        place = Place(document.source.path, check.span)
        yield Fact("required-check", check.name, RequiredCheck(check.name, check.what, place, check.ours), place)
