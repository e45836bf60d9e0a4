"""A list of dependencies is read as text: only names in it are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[str]:  # noqa: ARG001 - the signature of every format
    """Return the document of a list; its model is its text."""
    return Document(source, kind, source.text)
