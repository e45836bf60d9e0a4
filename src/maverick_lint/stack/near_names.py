"""The known names nearest to a mistaken one, among so many that comparing with each would take too long."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterable

_AROUND: Final = 25


class NearNames:
    """Names, sorted once from their beginnings and once from their ends: a slip leaves one of the two as it was."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names, in any order."""
        self._names = sorted(set(names))
        self._turned = sorted(name[::-1] for name in self._names)

    def close(self, word: str, cutoff: float) -> str:
        """Return the name that is most like the word, "" when none is like it; of a few names, all are compared."""
        among = self._names
        if len(among) > 4 * _AROUND:
            turned = self._turned
            first, last = bisect_left(among, word), bisect_left(turned, word[::-1])
            before = among[max(0, first - _AROUND) : first + _AROUND]
            behind = [name[::-1] for name in turned[max(0, last - _AROUND) : last + _AROUND]]
            among = sorted({*before, *behind})
        return next(iter(close_matches(word, among, 1, cutoff)), "")
