"""Reads a configuration of a Markdown linter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.formats.markdownlint.model import MarkdownlintSettings

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[MarkdownlintSettings | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text could not be read."""
    name = source.path.lower()
    if name.endswith((".json", ".jsonc")) or (name.endswith(".markdownlintrc") and source.text.lstrip()[:1] == "{"):
        from maverick_lint.formats._json import read_json

        data = read_json(source, relaxed=True)
        model = None if data.fatal else MarkdownlintSettings(data.root)
        return Document(source, kind, model, tree=data.root, errors=tuple(data.errors), comments=data.comments)
    if name.endswith((".yaml", ".yml")):
        from maverick_lint.formats._yaml import read_yaml
        from maverick_lint.formats._yaml.spoken import spoken

        parsed = read_yaml(source, "github")
        model = None if parsed.fatal else MarkdownlintSettings(parsed.root)
        return Document(
            source,
            kind,
            model,
            tree=parsed.root,
            errors=spoken(parsed.errors),
            comments=parsed.comments,
            scopes=parsed.scopes,
        )
    return Document(source, kind, MarkdownlintSettings(None))
