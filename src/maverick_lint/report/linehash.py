"""GitHub's own name for the place of a finding, `primaryLocationLineHash`.

GitHub's upload action fills the value in when it is missing and warns when another stands there, so it is computed as
the action does (github/codeql-action, src/fingerprints.ts, read in November 2026): a rolling hash over the 100 UTF-16
units that follow the start of a line, blanks and tabs left out, line ends read as LF, one unit 0xFFFF at the end of
the file and zeros after it.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

_BLOCK: Final = 100
_FACTOR: Final = 37
_MASK: Final = (1 << 64) - 1
_OLDEST: Final = pow(_FACTOR, _BLOCK, 1 << 64)
_LF: Final = 10
_END: Final = 0xFFFF


def line_hashes(text: str) -> list[str]:
    """Return the hash of each line of a text, in order, as `hex:count`."""
    window = [0] * _BLOCK
    owners = [-1] * _BLOCK
    hashes: list[str] = []
    seen: Counter[str] = Counter()
    value = index = line = 0
    at_start = True

    def put(unit: int) -> None:
        nonlocal value, index, at_start, line
        leaving = window[index]
        if owners[index] >= 0:
            digest = f"{value:x}"
            seen[digest] += 1
            hashes.append(f"{digest}:{seen[digest]}")
            owners[index] = -1
        if at_start:
            at_start = False
            owners[index] = line
            line += 1
        window[index] = unit
        value = (value * _FACTOR + unit - _OLDEST * leaving) & _MASK
        index = (index + 1) % _BLOCK

    for unit in _units(text):
        put(unit)
        if unit == _LF:
            at_start = True
    put(_END)
    for _ in range(_BLOCK):
        if all(owner < 0 for owner in owners):
            break
        put(0)
    return hashes


def _units(text: str) -> list[int]:
    """Return the UTF-16 units of a text without blanks and tabs, line ends as LF."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    data = clean.encode("utf-16-le", errors="surrogatepass")
    return [data[offset] | data[offset + 1] << 8 for offset in range(0, len(data), 2)]
