"""What a file of environment variables states: its names, and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.containers import EnvFile as EnvFileFact
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.env_file.model import EnvFile


def facts(document: Document[EnvFile]) -> Iterator[Fact]:
    """Yield the file with its variables."""
    path = document.source.path
    start = Place(path, Span(0, 0))
    variables = tuple((entry.name, entry.value, Place(path, entry.name_at)) for entry in document.model.entries)
    yield Fact("env-file", path, EnvFileFact(path, start, document.model.example, variables), start)
