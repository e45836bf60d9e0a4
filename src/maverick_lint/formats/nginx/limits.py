"""How much of a configuration is read at most: no person writes more, but programs write long lists of addresses."""

from __future__ import annotations

from typing import Final

# A word of a directive counts as five of a map: many rules look at it. Few do at addresses.
DIRECTIVE_WORD: Final = 5
ADDRESS_WORD: Final = 2
ENTRY_WORD: Final = 1
MOST_WORDS: Final = 200_000
DEEPEST: Final = 500
ADDRESSES: Final = frozenset({"allow", "deny", "set_real_ip_from"})


class TooMuchError(Exception):
    """A file that no person wrote, given up at an offset; its text is the sentence for the user."""

    def __init__(self, offset: int) -> None:
        """Take the offset of the first word that is not read."""
        super().__init__(
            f"the file has more than {MOST_WORDS // DIRECTIVE_WORD:,} words beside its maps and lists of addresses, or"
            f" more than {DEEPEST} blocks in each other: no rule judges it; move what a program wrote to files that it"
            " includes"
        )
        self.offset = offset
