"""Reads a pre-commit configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats._yaml.spoken import spoken
from maverick_lint.formats.precommit.model import PreCommit

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[PreCommit | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text is no mapping."""
    parsed = read_yaml(source, "github")
    root = parsed.root
    errors = list(spoken(parsed.errors))
    if root is not None and not root.is_map and not parsed.templated:
        errors.append(ParseError(root.span, "this is no mapping with `repos`, so pre-commit refuses it"))
    model = PreCommit(root) if root is not None and root.is_map else None
    return Document(
        source, kind, model, tree=root, errors=tuple(errors), comments=parsed.comments, scopes=parsed.scopes
    )
