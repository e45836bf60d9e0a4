"""WORKDIR is relative to a folder that this file does not set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


# Begins with a name, whatever a variable after it holds.
_RELATIVE: Final = re.compile(r"[\w.-]+/|\.\.?(?:/|\Z)")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each relative WORKDIR that no absolute one of its stage or its parents comes before."""
    anchored: dict[int, bool] = {}
    for stage in document.model.stages:
        known = stage.base_stage is not None and anchored[stage.base_stage.index]
        for written in stage.instructions:
            instruction = written.inner or written
            if instruction.name != "WORKDIR":
                continue
            path = instruction.value(instruction.rest)
            if path is None and _RELATIVE.match(instruction.rest) is not None:
                path = instruction.rest
            if path is None or is_absolute(path):
                known = known or instruction is written
            elif not known:
                yield Hit(instruction.rest_span, {"path": path})
        anchored[stage.index] = known


def is_absolute(path: str) -> bool:
    r"""Say whether a path is absolute on Linux or on Windows (`C:\app`, `C:/app`, `\app`)."""
    return path.startswith(("/", "\\")) or (path[1:2] == ":" and path[:1].isalpha())
