"""compose/obsolete-version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for a top-level `version`, with a fix that deletes its line."""
    tree = document.tree
    for key, value in tree.children if tree is not None and tree.is_map else ():
        if key is not None and key.raw == "version":
            yield Hit(key, {"version": value.raw}, fix=_fix(document.source, key, value))


def _fix(source: Source, key: Node, value: Node) -> Fix | None:
    first = source.position(key.span.start)
    last = source.position(max(value.span.end, key.span.end)).line
    if first.column != 1 or not value.is_scalar or value.raw == "" or last != first.line:
        return None
    starts = source.line_starts
    end = starts[last] if last < len(starts) else len(source.text)
    if key.span.start == 0 or source.text[: key.span.start].isspace():
        # nothing stands above: the empty lines that set it off go too
        end += len(source.text[end:]) - len(source.text[end:].lstrip("\r\n"))
    return Fix("Delete the version", (Edit(Span(key.span.start, end), ""),))
