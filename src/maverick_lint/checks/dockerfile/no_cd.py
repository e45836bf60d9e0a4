"""A RUN changes the folder for itself only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first command of a RUN when it is a `cd` to an absolute path."""
    for stage in document.model.stages:
        for instruction in stage.every("RUN"):
            commands = document.model.commands(instruction)
            first = commands[0] if commands else None
            if first is not None and first.name == "cd" and len(first.words) > 1:
                yield Hit(first.words[0].place, {"folder": first.words[1].raw})
