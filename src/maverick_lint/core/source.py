"""The text of a file, or of a script embedded in one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record
from maverick_lint.core.span import Position, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


@record
class Segment:
    """A run of embedded text that stands unchanged in the parent.

    `length` characters at `inner` of the embedded text are those at `outer` of the parent.
    """

    inner: int
    outer: int
    length: int


@record
class Source:
    """A text and where it comes from.

    `path` is posix and relative to the root. An embedded source (a script in a Dockerfile's RUN, in a workflow's
    `run:`) names the `parent` that holds it and the `segments` that map its characters to the parent's.
    """

    path: str
    text: str
    parent: Source | None = None
    segments: tuple[Segment, ...] = ()
    executable: bool = False
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)
    _inner: list[int] = field(default_factory=list, compare=False, repr=False)

    @property
    def line_starts(self) -> Sequence[int]:
        """The offset at which each line begins; a line ends at LF, CR or CR LF."""
        if not self._starts:
            self._starts.extend(_line_starts(self.text))
        return self._starts

    def position(self, offset: int) -> Position:
        """Return the line and column of a character of this text."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of a line (counted from 1) without its line break.

        Raises IndexError when the text has no such line.
        """
        starts = self.line_starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def outer(self, span: Span) -> Span:
        """Return the span of the outermost parent in which `span` of this text stands."""
        parent = self.parent
        if parent is None:
            return span
        start = self._outer_offset(span.start)
        end = self._outer_offset(span.end - 1) + 1 if span.end > span.start else start
        moved = Span(start, end if end > start else start)  # noqa: FURB136 - asked of every word; a call costs more
        return moved if parent.parent is None else parent.outer(moved)

    def _outer_offset(self, offset: int) -> int:
        segments = self.segments
        if len(segments) == 1:  # most scripts stand in one piece
            index = 0 if offset >= segments[0].inner else -1
        else:
            if not self._inner:
                self._inner.extend(segment.inner for segment in segments)
            index = bisect_right(self._inner, offset) - 1
        if index < 0:
            return segments[0].outer if segments else 0
        segment = segments[index]
        inside, last = offset - segment.inner, segment.length - 1
        # Characters that the embedding made up (a folded line break) stand at the end of the run before them.
        return segment.outer + (inside if inside < last else max(last, 0))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    if "\r" not in text:
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        return starts
    for offset, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n"):
            starts.append(offset + 1)
    return starts
