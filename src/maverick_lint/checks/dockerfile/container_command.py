"""A RUN calls a program that has no use in a build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_USELESS: Final = frozenset(
    {"free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim", "systemctl", "reboot"}
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such command."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage):
            if command.name in _USELESS:
                yield Hit(command.words[0].place, {"command": command.name})
