"""The presence of another CI system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.pipeline import OtherPipeline
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.document import Document
    from maverick_lint.formats.other_ci.parse import OtherCi


def facts(document: Document[OtherCi]) -> Iterable[Fact]:
    """State the system whose file this is, unless the file is empty."""
    if not document.model.used:
        return
    path = document.source.path
    first = len(document.source.text) - len(document.source.text.lstrip())
    place = Place(path, Span(first, first))
    yield Fact("other-pipeline", document.model.system, OtherPipeline(document.model.system, path, place), place)
