"""How much of a configuration is read at most: no person writes more."""

from __future__ import annotations

from typing import Final

MOST_WORDS: Final = 200_000
DEEPEST: Final = 500


class TooMuchError(Exception):
    """A file that no person wrote, given up at an offset."""

    def __init__(self, offset: int) -> None:
        """Take the offset of the first word that is not read."""
        super().__init__(f"more than {MOST_WORDS} words, or more than {DEEPEST} blocks in each other")
        self.offset = offset
