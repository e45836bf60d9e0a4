"""A stage uses both wget and curl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first use of the second tool of a stage."""
    for stage in document.model.stages:
        first = ""
        for _, command in document.model.run_commands(stage, ("wget", "curl")):
            if command.name in ("wget", "curl"):
                if first and command.name != first:
                    yield Hit(command.words[0].place, {"other": command.name, "first": first})
                    break
                first = first or command.name
