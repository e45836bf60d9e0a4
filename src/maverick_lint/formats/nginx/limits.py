"""How much of a configuration is read at most: no person writes more, but programs write long lists of addresses."""

from __future__ import annotations

from typing import Final

# A word of a directive counts as five of a map: many rules look at it.
DIRECTIVE_WORD: Final = 5
ENTRY_WORD: Final = 1
MOST_WORDS: Final = 200_000
DEEPEST: Final = 500


class TooMuchError(Exception):
    """A file that no person wrote, given up at an offset."""

    def __init__(self, offset: int) -> None:
        """Take the offset of the first word that is not read."""
        words = MOST_WORDS // DIRECTIVE_WORD
        super().__init__(f"more than {words} words outside maps, or more than {DEEPEST} blocks in each other")
        self.offset = offset
