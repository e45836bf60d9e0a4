"""A stretch of a text, and the place of such a stretch in a file.

Written out by hand: these are made by the hundred thousand, they are ordered, and `@dataclass` would take 2 ms of every
run to write the same.
"""

from __future__ import annotations

from typing import Any, NoReturn

_set = object.__setattr__


class _Ordered:
    """Immutable values that compare by their fields, in order."""

    __slots__ = ()

    def _key(self) -> tuple[Any, ...]:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: _Ordered) -> bool:
        return self._key() < other._key()

    def __le__(self, other: _Ordered) -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: _Ordered) -> bool:
        return self._key() > other._key()

    def __ge__(self, other: _Ordered) -> bool:
        return self._key() >= other._key()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return (type(self), self._key())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._key()}"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"cannot change `{name}` of a {type(self).__name__}"
        raise AttributeError(message)


class Span(_Ordered):
    """Characters `start` (included) to `end` (excluded) of a text, counted from 0."""

    __slots__ = ("end", "start")

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Take the two offsets; a span that runs backwards raises ValueError, it would print as an impossible place."""
        if not 0 <= start <= end:
            message = f"span {start}..{end} runs backwards"
            raise ValueError(message)
        _set_start(self, start)
        _set_end(self, end)

    def _key(self) -> tuple[int, int]:
        return (self.start, self.end)

    def contains(self, offset: int) -> bool:
        """Say whether the character at `offset` belongs to the span."""
        return self.start <= offset < self.end

    def shift(self, by: int) -> Span:
        """Return the same span `by` characters further on."""
        return Span(self.start + by, self.end + by)


class Place(_Ordered):
    """A span in a file of the repository; `path` is posix and relative to the root."""

    __slots__ = ("path", "span")

    path: str
    span: Span

    def __init__(self, path: str, span: Span) -> None:
        """Take the path and the span."""
        _set_path(self, path)
        _set_span(self, span)

    def _key(self) -> tuple[str, Span]:
        return (self.path, self.span)


_set_start = Span.__dict__["start"].__set__  # a quarter faster than by name
_set_end = Span.__dict__["end"].__set__
_set_path = Place.__dict__["path"].__set__
_set_span = Place.__dict__["span"].__set__


class Position(_Ordered):
    """A line and a column, both counted from 1; columns count characters."""

    __slots__ = ("column", "line")

    line: int
    column: int

    def __init__(self, line: int, column: int) -> None:
        """Take the line and the column."""
        _set(self, "line", line)
        _set(self, "column", column)

    def _key(self) -> tuple[int, int]:
        return (self.line, self.column)
