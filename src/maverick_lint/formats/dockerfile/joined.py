"""The text of an instruction after its lines are joined, with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Joined:
    """A logical line: `text`, and the runs of it that stand unchanged in the file.

    `inner` and `outer` hold the offset at which each run begins in `text` and in the file. A run ends where the next
    one begins in `text`; what lies between two runs in the file (an escape sign, a line break, a comment) is dropped.
    """

    __slots__ = ("inner", "outer", "text")

    def __init__(self, text: str, inner: Sequence[int], outer: Sequence[int]) -> None:
        self.text = text
        self.inner = inner
        self.outer = outer

    def offset(self, position: int) -> int:
        """Return the file's offset of the character at `position`."""
        if len(self.inner) == 1:
            return self.outer[0] + position
        run = bisect_right(self.inner, position) - 1
        return self.outer[run] + position - self.inner[run]

    def span(self, start: int, end: int) -> Span:
        """Return the file's span of text[start:end]."""
        if len(self.inner) == 1:
            outer = self.outer[0]
            return Span(outer + start, outer + max(start, end))
        first = self.offset(start) if start < len(self.text) or not start else self.offset(start - 1) + 1
        return Span(first, self.offset(end - 1) + 1 if end > start else first)

    def segments(self, start: int, end: int, shift: int = 0) -> list[Segment]:
        """Return the segments of text[start:end] as part of an embedded source that has it at `shift`."""
        found = []
        for number, inner in enumerate(self.inner):
            after = self.inner[number + 1] if number + 1 < len(self.inner) else len(self.text)
            low, high = max(inner, start), min(after, end)
            if low < high:
                found.append(Segment(low - start + shift, self.outer[number] + low - inner, high - low))
        return found
