"""Durations as Go reads them (`1m30s`)."""

from __future__ import annotations

import re
from typing import Final

_PART: Final = re.compile(r"(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)")
_SECONDS: Final = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}


def seconds(text: str) -> float | None:
    """Return a duration in seconds, None when Go's time.ParseDuration would refuse the text."""
    body = text[1:] if text[:1] in ("+", "-") else text
    if body == "0":
        return 0.0
    total, position = 0.0, 0
    while position < len(body):
        match = _PART.match(body, position)
        if match is None:
            return None
        total += float(match[1]) * _SECONDS[match[2]]
        position = match.end()
    return (-total if text[:1] == "-" else total) if position else None
