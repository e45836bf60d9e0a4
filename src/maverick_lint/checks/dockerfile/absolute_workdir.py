"""WORKDIR is relative to a folder that this file does not set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each relative WORKDIR that no absolute one of its stage or its parents comes before."""
    anchored: dict[int, bool] = {}
    for stage in document.model.stages:
        known = stage.base_stage is not None and anchored[stage.base_stage.index]
        for instruction in stage.every("WORKDIR"):
            path = instruction.value(instruction.rest)
            if path is None or is_absolute(path):
                known = True
            elif not known:
                yield Hit(instruction.rest_span, {"path": path})
        anchored[stage.index] = known


def is_absolute(path: str) -> bool:
    r"""Say whether a path is absolute on Linux or on Windows (`C:\app`, `C:/app`, `\app`)."""
    return path.startswith(("/", "\\")) or (path[1:2] == ":" and path[:1].isalpha())
