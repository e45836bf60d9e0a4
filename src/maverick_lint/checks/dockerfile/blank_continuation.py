"""A blank line stands inside an instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the keyword of each instruction with blank lines inside; the fix takes them out."""
    text = document.source.text
    for instruction in document.model.instructions:
        if not instruction.blanks:
            continue
        first = instruction.blanks[0]
        edits = tuple(Edit(Span(span.start, _after(text, span.end)), "") for span in instruction.blanks)
        line = document.source.position(first.start).line
        yield Hit(
            instruction.keyword,
            {"instruction": instruction.name, "line": line},
            fix=Fix("Delete the blank lines", edits),
        )


def _after(text: str, end: int) -> int:
    """Return where the line after a blank one begins."""
    return end + (text[end : end + 2] == "\r\n") + (end < len(text))
