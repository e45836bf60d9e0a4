"""Installs of what an application depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._packages import Invocation, invocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_GLOBAL: Final = ("-g", "--global", "--location=global")
_ELSEWHERE: Final = ("--package-lock-only", "--lockfile-only", "--mode=update-lockfile", "--version", "--help")


def application_installs(model: Dockerfile, stage: Stage) -> Iterator[tuple[Instruction, Invocation]]:
    """Yield each install in a stage of what a manifest lists; tools named in the command are none of it."""
    for instruction, command in model.run_commands(stage):
        call = invocation(command)
        if call is None or call.manager.scope != "app" or call.action not in call.manager.install:
            continue
        if call.has(*_GLOBAL, *_ELSEWHERE) or ("--location", "global") in call.flags:
            continue
        if any(word.text not in (".", "./") for word in call.operands):
            continue
        yield instruction, call


def environment(instruction: Instruction) -> Mapping[str, str | None]:
    """Return the variables that a RUN knows; one without a value is unknown, for a build argument may set it."""
    return instruction.variables
