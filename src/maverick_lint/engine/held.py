"""Texts of files that were read, kept while they are few: a large run must not hold every file it has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.source import Source

# Characters of all texts together; 1,300 deploy files of real repositories hold 8 million.
MOST: Final = 12_000_000
# From so many files on a project is large: several processes judge it, and little of it is held.
MANY_FILES: Final = 4_000


class Held:
    """Sources by path; when they grow too many they are forgotten, and read again where they are asked for."""

    def __init__(self, read: Callable[[str], Source | None], most: int = MOST) -> None:
        """Take what reads a source; it returns None where there is none."""
        self._read = read
        self._most = most
        self._size = 0
        self._sources: dict[str, Source | None] = {}

    def get(self, path: str) -> Source | None:
        """Return the source of a path, None where there is none."""
        if path in self._sources:
            return self._sources[path]
        source = self._read(path)
        self.put(path, source)
        return source

    def put(self, path: str, source: Source | None) -> None:
        """Keep a source that was read already."""
        self.forget(path)
        size = len(path) if source is None else len(source.text) + len(path)
        if self._size + size > self._most:
            self._sources.clear()
            self._size = 0
        self._size += size
        self._sources[path] = source

    def forget(self, path: str) -> None:
        """Forget a path whose text is not asked for any more."""
        source = self._sources.pop(path, None)
        if source is not None:
            self._size -= len(source.text) + len(path)

    def __getstate__(self) -> tuple[Callable[[str], Source | None], int]:
        """Leave the texts out where a run is handed to another process."""
        return self._read, self._most

    def __setstate__(self, state: tuple[Callable[[str], Source | None], int]) -> None:
        """Begin without texts."""
        self.__init__(*state)  # type: ignore[misc]
