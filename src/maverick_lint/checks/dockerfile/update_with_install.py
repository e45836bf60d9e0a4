"""Package lists are fetched in a RUN of their own and go stale in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_LISTS: Final = ("apt-get", "apk")
# They read the lists too.
_READERS: Final = frozenset(
    {"sh", "bash", "apt-cache", "tasksel", "gdebi", "add-apt-repository", "xargs", "eatmydata", "dpkg"}
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at an update whose RUN installs nothing."""
    for stage in document.model.stages:
        for instruction in stage.every("RUN"):
            if not document.model.mentions(instruction, ("update",)):
                continue
            commands = document.model.commands(instruction)
            calls = [call for command in commands if (call := invocation(command)) is not None]
            if any(call.manager.scope == "system" and (call.installs or call.action is None) for call in calls):
                continue
            if any(
                command.name in _READERS or not command.name or "/" in (command.words[0].text or "/")
                for command in commands
            ):
                continue
            for call in calls:
                if call.manager.name in _LISTS and call.action in call.manager.update:
                    yield Hit(call.word.place, {"command": f"{call.command.name} {call.action}"})
                    break
