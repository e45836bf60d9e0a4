"""Reads Compose files out of a few texts, as the engine would."""

from __future__ import annotations

from maverick_lint.core.document import Document
from maverick_lint.core.source import Source
from maverick_lint.formats.compose.model import Compose
from maverick_lint.formats.compose.parse import parse


class Texts:
    """A reader over texts by path, which counts what it is asked for."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.asked: list[str] = []

    def read(self, path: str) -> Source | None:
        self.asked.append(path)
        return Source(path, self.texts[path]) if path in self.texts else None

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.texts))


def document(texts: dict[str, str] | str, path: str = "compose.yaml") -> Document[Compose | None]:
    """Return the document of one of the texts."""
    files = {path: texts} if isinstance(texts, str) else texts
    return parse(Source(path, files[path]), "compose", Texts(files))


def project(texts: dict[str, str] | str, path: str = "compose.yaml") -> Compose:
    """Return the project of one of the texts; it must have been understood without an error."""
    read = document(texts, path)
    assert read.errors == ()
    assert read.model is not None
    return read.model
