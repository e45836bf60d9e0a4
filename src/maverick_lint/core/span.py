"""A stretch of a text, and the place of such a stretch in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of a text, counted from 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards: it would print as an impossible place."""
        if not 0 <= self.start <= self.end:
            message = f"span {self.start}..{self.end} runs backwards"
            raise ValueError(message)

    def contains(self, offset: int) -> bool:
        """Say whether the character at `offset` belongs to the span."""
        return self.start <= offset < self.end

    def shift(self, by: int) -> Span:
        """Return the same span `by` characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file of the repository; `path` is posix and relative to the root."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both counted from 1; columns count characters."""

    line: int
    column: int
