"""The labels of runners that a matrix gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Job

_ROW: Final = r"(?i)\$\{\{\s*matrix\s*\.\s*([a-z_][\w-]*)\s*\}\}\Z"


def row_of(text: str) -> str:
    """Return the row of the matrix that a text is as a whole (`${{ matrix.os }}`), in lower case; "" for others."""
    match = re.match(_ROW, text.strip()) if "${{" in text else None
    return "" if match is None else match.group(1).lower()


def values_of(job: Job, row: str) -> list[Node]:
    """Return the nodes of a row of a job's matrix; contexts know no case."""
    matrix = job.matrix
    if matrix is None or not matrix.is_map or not row:
        return []
    return [one for key, node in matrix.pairs().items() if key.lower() == row for one in node.items()]


def included(job: Job, row: str) -> list[Node]:
    """Return the nodes that the entries of `include` hold under the name of a row."""
    matrix = job.matrix
    given = None if matrix is None or not matrix.is_map else matrix.get("include")
    items = given.items() if given is not None and given.is_list else []
    return [node for item in items if item.is_map for key, node in item.pairs().items() if key.lower() == row]
