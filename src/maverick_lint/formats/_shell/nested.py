"""A script inside a word of a script: `sh -c '...'`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment, Source

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


def quoted_source(source: Source, span: Span) -> Source | None:
    """Return the text between the quotes of a word as a source of its own; None when it does not begin with a quote.

    Variables in double quotes, and between two quoted pieces, stand as they are: the outer shell puts them in, and what
    is known of them holds inside.
    """
    raw = source.text[span.start : span.end]
    if len(raw) < 2 or raw[0] not in "'\"" or raw[-1] not in "'\"":  # noqa: PLR2004 - two quotes
        return None
    made = _Made()
    index = 0
    while index < len(raw):
        if raw[index] == "'":
            end = raw.find("'", index + 1)
            if end < 0:
                return None
            made.take(raw, index + 1, end)
            index = end + 1
        elif raw[index] == '"':
            end = _double(raw, index + 1, made)
            if end < 0:
                return None
            index = end + 1
        else:
            end = _unquoted(raw, index)
            made.take(raw, index, end)
            index = end
    segments = tuple(Segment(inner, span.start + outer, length) for inner, outer, length in made.segments)
    return Source(source.path, "".join(made.pieces), source, segments)


class _Made:
    """The text as far as it is made, and where its pieces come from: (offset inside, offset outside, length)."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.segments: list[tuple[int, int, int]] = []
        self._length = 0

    def take(self, raw: str, start: int, end: int) -> None:
        if end > start:
            self.pieces.append(raw[start:end])
            self.segments.append((self._length, start, end - start))
            self._length += end - start


def _double(raw: str, start: int, made: _Made) -> int:
    """Take a piece in double quotes that begins at `start`; return where its closing quote is, -1 without one.

    A substitution with quotes of its own is not followed: then there is no such place either.
    """
    index = start
    while index < len(raw):
        if raw[index] == "\\" and raw[index + 1 : index + 2] in ("$", "`", '"', "\\", "\n"):
            made.take(raw, start, index)
            start = index + 1 if raw[index + 1] != "\n" else index + 2
            index += 2
        elif raw[index] == '"':
            piece = raw[start:index]
            made.take(raw, start, index)
            return -1 if piece.rfind("$(") > piece.rfind(")") else index
        else:
            index += 1
    return -1


def _unquoted(raw: str, start: int) -> int:
    """Return where the next quote begins."""
    found = [at for quote in "'\"" if (at := raw.find(quote, start)) >= 0]
    return min(found, default=len(raw))
