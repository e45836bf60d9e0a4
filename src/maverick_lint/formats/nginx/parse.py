"""Reads an nginx configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Comment, Document
from maverick_lint.formats.nginx.assembly import assembly_of
from maverick_lint.formats.nginx.model import Config

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats.nginx.tree import Tree


def parse(source: Source, kind: str, reader: Reader) -> Document[Config | None]:
    """Return the document of a configuration; what it includes is read through the reader, each file once."""
    assembly = assembly_of(reader)
    tree = assembly.add(source)
    config = Config(tree, assembly)
    return Document(
        source,
        kind,
        None if tree.cut else config,
        errors=tuple(tree.errors),
        comments=lambda: _comments(tree),
        scopes=lambda: _scopes(tree),
    )


def _comments(tree: Tree) -> tuple[Comment, ...]:
    text = tree.source.text
    found = []
    for span in tree.comments:
        line_start = text.rfind("\n", 0, span.start) + 1
        found.append(Comment(span, text[span.start + 1 : span.end].strip(), not text[line_start : span.start].strip()))
    return tuple(found)


def _scopes(tree: Tree) -> tuple[Span, ...]:
    """Return the spans of all statements that are longer than a line."""
    text = tree.source.text
    spans = (directive.span for directive in tree.walk())
    return tuple(span for span in spans if "\n" in text[span.start : span.end])
