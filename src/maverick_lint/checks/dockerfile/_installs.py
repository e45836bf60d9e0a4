"""Installs of what an application depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place, Span
from maverick_lint.formats._packages import MANAGERS, Invocation, invocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_PROGRAMS: Final = tuple(program for one in MANAGERS if one.scope == "app" for program in one.programs)
_GLOBAL: Final = ("-g", "--global", "--location=global")
_ELSEWHERE: Final = ("--package-lock-only", "--lockfile-only", "--mode=update-lockfile", "--version", "--help")


def application_installs(
    model: Dockerfile, stage: Stage, *, triggers: bool = False
) -> Iterator[tuple[Instruction, Invocation]]:
    """Yield each install in a stage of what a manifest lists; tools named in the command are none of it.

    Those of `ONBUILD RUN`, which run in the images built on this one, are among them with `triggers`.
    """
    commands = model.triggered_commands(stage, _PROGRAMS) if triggers else model.run_commands(stage, _PROGRAMS)
    for instruction, command in commands:
        call = invocation(command)
        if call is None or call.manager.scope != "app" or call.action not in call.manager.install:
            continue
        if call.has(*_GLOBAL, *_ELSEWHERE) or ("--location", "global") in call.flags:
            continue
        if any(word.text not in (".", "./") for word in call.operands):
            continue
        yield instruction, call


def environment(model: Dockerfile, instruction: Instruction) -> Mapping[str, str | None]:
    """Return the variables that a RUN knows, those that it exports too.

    One without a value is unknown, for a build argument may set it.
    """
    exported = {
        name: value
        for command in model.commands(instruction)
        if command.name == "export"
        for name, sign, value in ((word.text or "").partition("=") for word in command.words[1:])
        if sign
    }
    return {**instruction.variables, **exported} if exported else instruction.variables


def written(call: Invocation) -> str:
    """Return how a call is written, up to its sub-command: `python -m pip install`."""
    words = call.command.words
    until = next((number for number, word in enumerate(words) if word is call.word), 0)
    return " ".join(word.raw if word.text is None else word.text for word in words[: until + 1])


def called(call: Invocation) -> Place:
    """Return the place of a call, from its program to its sub-command."""
    first = call.command.words[0].place
    return Place(first.path, Span(first.span.start, max(call.word.place.span.end, first.span.end)))
