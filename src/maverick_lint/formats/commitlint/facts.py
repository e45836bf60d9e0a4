"""States that commitlint is configured, and what the configuration extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import ToolSettings
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.commitlint.model import Commitlint


def facts(document: Document[Commitlint]) -> Iterator[Fact]:
    """Yield the one fact of the file."""
    model, path = document.model, document.source.path
    place = Place(path, model.span)
    yield Fact(
        "tool-settings", "commitlint", ToolSettings("commitlint", path, place, model.extends, model.known), place
    )
