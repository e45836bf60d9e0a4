"""The known words nearest to a mistaken one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def close_matches(word: str, known: Iterable[str], n: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return up to `n` of the known words that are most like `word`, the nearest first."""
    from difflib import get_close_matches  # imported for mistakes only

    return get_close_matches(word, list(known), n=n, cutoff=cutoff)
