"""systemd/no-build: a unit starts what was built elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_MARKS: Final = ("git", "build", "install", "npm", "pip", "yarn", "uv", "mvn")
_BUILDS: Final = {
    "git": ("pull", "clone", "fetch", "checkout", "reset"),
    "npm": ("ci", "install", "i"), "pnpm": ("install", "i"), "yarn": ("install",), "pip": ("install",),
    "pip3": ("install",), "uv": ("sync",), "poetry": ("install",), "bundle": ("install",), "composer": ("install",),
    "go": ("build", "install"), "cargo": ("build", "install"), "mvn": ("package", "install"),
    "docker": ("build", "buildx"), "podman": ("build",), "docker-compose": ("build",),
}  # fmt: skip
_FIRST: Final = 4  # the words among which the subcommand stands


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first command of each Exec setting that fetches sources or builds; not of jobs, which may."""
    from maverick_lint.formats._shell import commands_of

    unit = document.model
    if unit.value("Service", "Type") == "oneshot" and unit.value("Service", "RemainAfterExit") is None:
        return
    for entry in unit.entries("Service", "ExecStartPre", "ExecStart"):
        if not any(mark in entry.value for mark in _MARKS):
            continue
        for command in commands_of(command_text(entry)):
            last = _building(command)
            if last is not None:
                words = command.words[: command.words.index(last) + 1]
                named = " ".join(word.raw.rpartition("/")[2] for word in (words[0], last))
                yield Hit(Span(words[0].place.span.start, last.place.span.end), {"command": named})
                break


def _building(command: Command) -> Word | None:
    """Return the word that makes a command one that fetches or builds."""
    texts = [word.text for word in command.words]
    if command.name in ("docker", "docker-compose", "podman") and "up" in texts and "--build" in texts:
        return command.words[texts.index("--build")]
    wanted = _BUILDS.get(command.name, ())
    return next((word for word in command.words[1:_FIRST] if word.text in wanted), None)
