"""What a .dockerignore tells other files' rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.ignores import DockerignoreFact
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.document import Document
    from maverick_lint.formats.dockerignore.model import Dockerignore


def facts(document: Document[Dockerignore]) -> Iterable[Fact]:
    """Yield the patterns of the file."""
    path = document.source.path
    place = Place(path, Span(0, 0))
    patterns = tuple((pattern.text, pattern.negated) for pattern in document.model.patterns)
    yield Fact("dockerignore", path, DockerignoreFact(path, place, patterns), place)
