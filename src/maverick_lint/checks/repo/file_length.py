"""A file is longer than the standard allows, or comes near to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options


def check(document: Document[Any], options: Options) -> Iterator[Hit]:
    """Yield a hit at the top of a written file that is too long: an error, a warning or a note by its length."""
    source = document.source
    if len(source.text) < options["note"]:
        return
    lines = source.text.count("\n") if "\r" not in source.text else len(source.line_starts) - 1
    lines += bool(source.text) and source.text[-1] not in "\r\n"
    if lines < options["note"]:
        return
    from maverick_lint.checks.repo._written import is_written  # few files are long

    if not is_written(source.path, document.kind, source.text):
        return
    if any(matches(glob, source.path) for glob in options["exclude"]):
        return
    values = {"lines": lines, "max": options["max"], "left": options["max"] - lines}
    if lines > options["max"]:
        yield Hit(Span(0, 0), values)
    elif lines >= options["warn"]:
        yield Hit(Span(0, 0), values, case="warn", level="warning")
    else:
        yield Hit(Span(0, 0), values, case="note", level="note")
