"""A text without meaning to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[None]:  # noqa: ARG001 - the signature of every format
    """Return the document of a text."""
    return Document(source, kind, None)
