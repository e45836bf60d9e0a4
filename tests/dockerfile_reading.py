"""Reads Dockerfiles for tests."""

from __future__ import annotations

from maverick_lint.core.document import Document, Reader
from maverick_lint.core.source import Source
from maverick_lint.formats.dockerfile.model import Dockerfile
from maverick_lint.formats.dockerfile.parse import parse


class NoFiles(Reader):
    """A reader of an empty repository."""

    def read(self, path: str) -> Source | None:  # noqa: ARG002 - there is no file
        return None

    def paths(self) -> tuple[str, ...]:
        return ()


def document(text: str, path: str = "Dockerfile") -> Document[Dockerfile | None]:
    return parse(Source(path, text), "dockerfile", NoFiles())


def model(text: str) -> Dockerfile:
    found = document(text).model
    assert found is not None
    return found
