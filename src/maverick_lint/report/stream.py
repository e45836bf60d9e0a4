"""JSON whose long list is written item by item: the items of a large run do not fit into memory as one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_list(items: Iterable[object], out: TextIO, depth: int = 0) -> None:
    """Write items as `json.dump` with an indent of 2 writes a list of them at this depth."""
    inner = "\n" + "  " * (depth + 1)
    sign = "["
    for item in items:
        # no text of JSON holds a line break of its own: they are written as \n
        out.write(sign + inner + json.dumps(item, indent=2).replace("\n", inner))
        sign = ","
    out.write("[]" if sign == "[" else "\n" + "  " * depth + "]")


def write_around(frame: object, mark: str, items: Iterable[object], out: TextIO, depth: int) -> None:
    """Write a value as JSON, with the items as the list in the place of the only text that is `mark`."""
    before, after = json.dumps(frame, indent=2).split(json.dumps(mark))
    out.write(before)
    write_list(items, out, depth)
    out.write(after + "\n")
