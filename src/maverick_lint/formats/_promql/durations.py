"""Durations as Prometheus and Alertmanager write them: `1h30m`, `15s`, `0`."""

from __future__ import annotations

import re
from typing import Final

_DURATION: Final = re.compile(
    r"(?:([0-9]+)y)?(?:([0-9]+)w)?(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m(?!s))?(?:([0-9]+)s)?(?:([0-9]+)ms)?\Z"
)
_SECONDS: Final = (365 * 86400.0, 7 * 86400.0, 86400.0, 3600.0, 60.0, 1.0, 0.001)
_UNITS: Final = ("y", "w", "d", "h", "m", "s", "ms")
_PIECE: Final = re.compile(r"[0-9]+(ms|[smhdwy])")
_LONGEST: Final = 2**63 / 1e9


def seconds(text: str) -> float | None:
    """Return a duration in seconds; None when Prometheus refuses it (units in order, each once, none negative)."""
    if text == "0":
        return 0.0
    match = _DURATION.match(text) if text else None
    if match is None:
        return None
    total = sum(int(count) * unit for count, unit in zip(match.groups(), _SECONDS, strict=True) if count)
    return total if total < _LONGEST else None


def fault(text: str) -> str:  # noqa: PLR0911 - one for each fault
    """Say what is wrong with a duration that `seconds` refuses, as the end of a sentence."""
    if not text.strip():
        return "is empty"
    if text.startswith("-"):
        return "is negative"
    if text.isdecimal():
        return f"has no unit; write `{text}s` for seconds"
    if "." in text:
        return "has a fraction; write it in a smaller unit"
    units = [match.group(1) for match in _PIECE.finditer(text)]
    if units and _PIECE.sub("", text) == "":
        ranks = [_UNITS.index(unit) for unit in units]
        if len(set(ranks)) < len(ranks):
            return "names a unit twice"
        if ranks != sorted(ranks):
            return "must name its units from the largest to the smallest"
        return "is too long"
    return "is no duration; units are ms, s, m, h, d, w and y"
