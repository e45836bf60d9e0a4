"""Paths on a server under which files of the repository lie: `/opt/shop/scripts/deploy.sh` is scripts/deploy.sh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# A script's own folder: `$(dirname "$0")`, `$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)`, `${0%/*}`.
_OWN: Final = re.compile(
    r"(?:\$\(\s*(?:cd\s+(?:--\s+|-P\s+)?)?[\"']?\$?\(?\s*(?:dirname|readlink|realpath)[^|;<>]*?(?:\$0|\$\{?BASH_SOURCE)[^|;<>]*?\)|\$\{0%/\*\})"
    r"[\"']?/([\w./-]+\.\w+)\Z"
)
_FILE: Final = re.compile(r"/(?:[\w.-]+/)+[\w.-]+\.(?:sh|bash|py|rb|pl|conf)\Z")
_SYSTEM: Final = ("/usr/", "/bin/", "/sbin/", "/proc/", "/dev/", "/tmp/", "/lib/", "/sys/", "/run/")  # noqa: S108 - paths to leave alone


@record
class ServerPath:
    """An absolute path on a server, and the file in which it is written."""

    path: str
    place: Place


def beside_script(expanded: str) -> str | None:
    """Return what a word names relative to the folder of its own script; None when it names nothing so."""
    if "$" not in expanded:
        return None
    match = _OWN.match(expanded)
    inner = match.group() if match is not None else ""
    return None if match is None or "/.." in inner[: match.start(1)] else match[1]


def server_paths(stack: Stack) -> Iterator[ServerPath]:
    """Yield the absolute paths of scripts and configurations that units, deploy scripts and remote commands name."""
    for unit in stack.every(UnitFact):
        yield from _of(command for command in unit.commands)
    for script in stack.every(Script):
        yield from _of(script.commands)
    for flow in stack.every(ScriptFlow):
        yield from (ServerPath(one.text, one.place) for one in flow.constants if _is_file(one.text))
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                yield from _of(command for command in step.commands if step.remote or command.remote)


def _of(commands: Iterator[Command] | tuple[Command, ...]) -> Iterator[ServerPath]:
    for command in commands:
        for word in command.words:
            text = word.text or ""
            if text.startswith("/") and _is_file(text):
                yield ServerPath(text, word.place)


def _is_file(text: str) -> bool:
    return _FILE.match(text) is not None and not text.startswith(_SYSTEM)
