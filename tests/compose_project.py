"""Reads Compose files out of a few texts, as the engine would."""

from __future__ import annotations

from typing import Any

from maverick_lint.core.document import Document
from maverick_lint.core.source import Source
from maverick_lint.formats.compose.model import Compose
from maverick_lint.formats.compose.parse import parse
from maverick_lint.formats.compose.tree import Value


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


def plain(value: Value | None) -> Any:  # noqa: ANN401 - the data that a value holds
    """Return a value as plain data; an item of a mapping that was merged with a list is a pair."""
    if value is None:
        return None
    if value.is_map:
        return {name: plain(entry) for name, entry in value.entries().items()}
    if value.is_list:
        return [(item.key.raw, plain(item)) if item.key is not None else plain(item) for item in value.items()]
    return value.known if value.node.value is not None else None


def merge(key: str, base: str, over: str) -> Any:  # noqa: ANN401 - the data that a key holds
    """Return what a key of a service holds after an override is put on it."""
    texts = {
        "compose.yaml": f"services:\n  a:\n    image: a:1\n    {key}: {base}\n",
        "compose.override.yaml": f"services:\n  a:\n    {key}: {over}\n",
    }
    return plain(project(texts).services[0].get(key))
