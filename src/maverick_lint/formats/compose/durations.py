"""Spans of time as Compose reads them: Go's durations, and days and weeks (Compose specification, 11-extension)."""

from __future__ import annotations

import re
from typing import Final

_PART: Final = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w)")
_SECONDS: Final = {
    "ns": 1e-9, "us": 1e-6, "\u00b5s": 1e-6, "\u03bcs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0,
    "d": 86400.0, "w": 604800.0,
}  # fmt: skip


def seconds(text: str) -> float | None:
    """Return the seconds of `1m30s`, `500ms`, `0`; None when it is no duration."""
    rest = text.removeprefix("-").removeprefix("+")
    if rest == "0":
        return 0.0
    total = 0.0
    index = 0
    while index < len(rest):
        match = _PART.match(rest, index)
        if match is None:
            return None
        total += float(match.group(1)) * _SECONDS[match.group(2)]
        index = match.end()
    return total if rest else None
