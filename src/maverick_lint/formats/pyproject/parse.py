"""Reads a pyproject.toml or a ruff.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.formats.pyproject.read import comments_of, read_toml

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.formats.pyproject.model import Toml


def parse(source: Source, kind: str, reader: Reader) -> Document[Toml | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text is no TOML, or a template of one."""
    model, errors = read_toml(source)
    if errors and ("{%" in source.text or "{{" in source.text):
        errors = []
    return Document(source, kind, model, errors=tuple(errors), comments=lambda: comments_of(source.text))
