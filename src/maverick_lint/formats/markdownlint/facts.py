"""States that Markdown linting is configured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import ToolSettings
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.markdownlint.model import MarkdownlintSettings


def facts(document: Document[MarkdownlintSettings]) -> Iterator[Fact]:
    """Yield the one fact of the file."""
    path = document.source.path
    place = Place(path, Span(0, 0))
    yield Fact("tool-settings", "markdownlint", ToolSettings("markdownlint", path, place), place)
