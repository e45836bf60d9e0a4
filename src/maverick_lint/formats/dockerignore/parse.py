"""Reads a .dockerignore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Comment, Document, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats._ignore_patterns import cleaned
from maverick_lint.formats.dockerignore.model import Dockerignore, Pattern

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[Dockerignore]:  # noqa: ARG001 - the common signature
    """Return the document of a .dockerignore."""
    patterns: list[Pattern] = []
    comments: list[Comment] = []
    errors: list[ParseError] = []
    start = 0
    for line in source.text.split("\n"):
        text = line.strip()
        at = start + line.find(text) if text else start
        start += len(line) + 1
        span = Span(at, at + len(text))
        # a comment begins in the first column; elsewhere `#` is part of a name
        if line.startswith("#"):
            comments.append(Comment(span, text[1:].strip(), own_line=True))
        elif text:
            negated = text.startswith("!")
            body = text[1:].strip() if negated else text
            if negated and not body:
                errors.append(ParseError(span, "has a `!` without a pattern, which Docker refuses"))
            else:
                patterns.append(Pattern(cleaned(body), negated, span))
    return Document(source, kind, Dockerignore(tuple(patterns)), errors=tuple(errors), comments=lambda: tuple(comments))
