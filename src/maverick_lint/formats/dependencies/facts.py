"""What a list of dependencies states: that errors are tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats._tracking import tracking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts import Fact


def facts(document: Document[str]) -> Iterator[Fact]:
    """Yield the client of an error tracker."""
    return tracking(document.source)
