"""A script put together from pieces of a file and from values that stand elsewhere."""

from __future__ import annotations

from maverick_lint.core.source import Segment, Source


class Pieces:
    """Collects a text whose characters keep their places in the file."""

    def __init__(self, source: Source) -> None:
        """Take the file."""
        self._source = source
        self._texts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def take(self, start: int, end: int) -> None:
        """Add characters of the file as they stand."""
        if end > start:
            self._add(self._source.text[start:end], Segment(self._length, start, end - start))

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text that stands for the characters `start` to `end` of the file."""
        if text:
            last = Segment(self._length + len(text) - 1, end - 1, 1)
            self._add(text, Segment(self._length, start, max(min(end - start, len(text)), 1)))
            self._segments.append(last)

    def source(self) -> Source:
        """Return what was collected as a source within the file."""
        return Source(self._source.path, "".join(self._texts), parent=self._source, segments=tuple(self._segments))

    def _add(self, text: str, segment: Segment) -> None:
        self._texts.append(text)
        self._segments.append(segment)
        self._length += len(text)
