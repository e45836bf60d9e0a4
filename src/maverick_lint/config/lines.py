"""The line on which a key of a settings file stands: tomllib says what a file holds, not where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER: Final = re.compile(r"\s*\[+\s*([^\]\r\n]+?)\s*\]")
_KEY: Final = re.compile(
    r"\s*((?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[\w-]+)(?:\s*\.\s*(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[\w-]+))*)\s*="
)
_PART: Final = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def toml_line(text: str, path: Sequence[str]) -> int:
    """Return the line (from 1) of the deepest part of a key's path that a TOML text writes out; 1 for none."""
    table: list[str] = []
    best, line_of_best = 0, 1
    for number, line in enumerate(text.splitlines(), 1):
        if (header := _HEADER.match(line)) is not None and "=" not in line.partition("]")[0]:
            table = _parts(header[1])
            here = table
        elif (key := _KEY.match(line)) is not None:
            here = table + _parts(key[1])
        else:
            continue
        depth = len(here) if list(path[: len(here)]) == here else 0
        if depth > best:
            best, line_of_best = depth, number
    return line_of_best


def _parts(dotted: str) -> list[str]:
    return [next(group for group in match.groups() if group is not None) for match in _PART.finditer(dotted)]
