"""A password is set while an image is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each command that gives a user a password."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("passwd",)):
            if command.name == "chpasswd" or _sets(command):
                yield Hit(command.words[0].place, {"command": command.name})


def _sets(command: Command) -> bool:
    """Say whether `passwd` changes a password: without a flag that locks or deletes one, or only looks."""
    if command.name != "passwd":
        return False
    return all(text is not None and (not text.startswith("-") or text == "--stdin") for text in command.arguments)
