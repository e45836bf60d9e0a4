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
    """Yield a hit at the first `cd` of each RUN that is not in a subshell of its own."""
    for stage in document.model.stages:
        for instruction in stage.every("RUN"):
            for command in document.model.commands(instruction):
                start = command.place.span.start
                # a subshell goes elsewhere and comes back
                if command.name == "cd" and len(command.words) > 1 and document.source.text[start - 1] != "(":
                    yield Hit(command.words[0].place, {"folder": command.words[1].raw})
                    break
