"""systemd/docker-run: a unit that runs a container can start it again, and watches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._shell.docker import Run
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `docker run` in ExecStart that leaves its container behind, or that systemd cannot watch."""
    from maverick_lint.formats._shell import commands_of
    from maverick_lint.formats._shell.docker import docker_call, run_of

    unit = document.model
    removed = [entry.value for entry in unit.entries("Service", "ExecStartPre", "ExecStopPost", "ExecStop")]
    removes = any(" rm" in value for value in removed)
    simple = unit.value("Service", "Type") in (None, "simple", "exec", "notify")
    for entry in unit.entries("Service", "ExecStart"):
        for command in commands_of(command_text(entry)) if "run" in entry.value else ():
            call = docker_call(command)
            if call is not None and call.subcommand == "run":
                word = command.words[len(command.words) - len(call.words) - 1]
                yield from _judged(command, run_of(call), word, removes=removes, simple=simple)


def _judged(command: Command, run: Run, word: Word, *, removes: bool, simple: bool) -> Iterator[Hit]:
    if run.has("--name") and not run.has("--rm", "--replace") and not removes:
        name = next((value.text for value in run.values("--name")), None) or "its name"
        yield Hit(word.place.span, {"name": name.removeprefix("--name=")})
    if run.detached and simple:
        flag = next(w for w in command.words if w.text == "--detach" or _has_d(w.text))
        yield Hit(flag.place.span, case="detached")
    policy = next(iter(run.values("--restart")), None)
    if policy is not None and (policy.text or "").removeprefix("--restart=") != "no":
        yield Hit(policy.place.span, case="restart")


def _has_d(text: str | None) -> bool:
    return text is not None and text.startswith("-") and not text.startswith("--") and "d" in text
