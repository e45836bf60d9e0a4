"""What is wrong with settings."""

from __future__ import annotations

from maverick_lint.core.spelling import close_matches


class SettingsError(Exception):
    """Settings that cannot be used; the text names the key, the file, the line and the nearest valid key."""


def nearest(word: str, known: list[str]) -> str:
    """Return `; did you mean ...?` with the known word nearest to a mistaken one, or the list when none is near."""
    close = close_matches(word, known, n=1, cutoff=0.5)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known are {', '.join(sorted(known))}" if len(known) <= 20 else ""  # noqa: PLR2004 - a readable list
