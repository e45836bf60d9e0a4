"""A RUN calls apt, which is for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_ACTIONS: Final = ("install", "update", "upgrade", "full-upgrade", "remove", "purge", "autoremove", "clean")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each apt."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("apt",)):
            action = next((text for text in command.arguments if text in _ACTIONS), None)
            if command.name == "apt" and action is not None:
                yield Hit(command.words[0].place, {"action": action})
