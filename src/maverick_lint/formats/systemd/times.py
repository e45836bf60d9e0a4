"""Times as systemd writes them: 90, 5min, 1h 30min (systemd.time(7), systemd 258)."""

from __future__ import annotations

import re
from typing import Final

_PART: Final = re.compile(r"\s*(\d++\.?\d*+|\.\d++)\s*([A-Za-zµμ]*)")
_UNITS: Final = (
    (0.000001, "usec us µs μs"), (0.001, "msec ms"), (1, "seconds second sec s"), (60, "minutes minute min m"),
    (3600, "hours hour hr h"), (86400, "days day d"), (604800, "weeks week w"), (2629800, "months month M"),
    (31557600, "years year y"),
)  # fmt: skip


def seconds(text: str) -> float | None:
    """Return a time in seconds, infinite for `infinity`; None when the text is no time."""
    if text == "infinity":
        return float("inf")
    factors = {"": 1.0, **{name: factor for factor, names in _UNITS for name in names.split()}}
    total, at = 0.0, 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part[2] not in factors:
            return None
        total += float(part[1]) * factors[part[2]]
        at = part.end()
    return total if text else None
