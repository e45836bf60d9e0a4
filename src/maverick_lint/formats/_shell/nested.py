"""A script inside a word of a script: `sh -c '...'`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment, Source

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


def quoted_source(source: Source, span: Span) -> Source | None:
    """Return the text between the quotes of a word as a source of its own; None when it is not quoted as a whole.

    Variables in double quotes stand as they are: the outer shell puts them in, and what is known of them holds inside.
    """
    raw = source.text[span.start : span.end]
    if len(raw) < 2 or raw[0] != raw[-1] or raw[0] not in "'\"":  # noqa: PLR2004 - two quotes
        return None
    inside = raw[1:-1]
    if raw[0] == "'":
        if "'" in inside:
            return None
        return Source(source.path, inside, source, (Segment(0, span.start + 1, len(inside)),))
    characters: list[str] = []
    segments: list[Segment] = []
    index = start = 0
    while index < len(inside):
        if inside[index] == '"':
            return None
        if inside[index] == "\\" and inside[index + 1 : index + 2] in ("$", "`", '"', "\\", "\n"):
            if index > start:
                segments.append(Segment(len(characters) - (index - start), span.start + 1 + start, index - start))
            index += 1
            start = index
            if inside[index] == "\n":
                index += 1
                start = index
                continue
        characters.append(inside[index])
        index += 1
    if index > start:
        segments.append(Segment(len(characters) - (index - start), span.start + 1 + start, index - start))
    return Source(source.path, "".join(characters), source, tuple(segments))
