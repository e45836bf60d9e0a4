"""Reads a file of environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.formats._dotenv import read_dotenv
from maverick_lint.formats.env_file.detect import is_model
from maverick_lint.formats.env_file.model import EnvFile

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[EnvFile | None]:  # noqa: ARG001 - the signature of every format
    """Return the document of a file; the model is None for a template of another tool."""
    text = source.text
    read = read_dotenv(text)
    if "{%" in text or "<%" in text or (read.errors and "{{" in text):
        return Document(source, kind, None, comments=lambda: read.comments)
    model = EnvFile(read.entries, is_model(source.path))
    return Document(source, kind, model, errors=read.errors, comments=lambda: read.comments)
