"""A RUN calls sudo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each sudo."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("sudo",)):
            if command.name == "sudo":
                user = any((word.text or "").startswith(("-u", "--user")) for word in command.words[1:3])
                yield Hit(command.words[0].place, {}, "user" if user else "")
