"""Source is copied before dependencies are installed, so that every edit installs them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._installs import application_installs
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._packages import lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._packages import Invocation
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_SOURCE: Final = (".", "*", "./*", "src", "./src", "app", "./app", "lib", "./lib")
# These compile the source itself, so there is no copying it later.
_COMPILE: Final = frozenset({"cargo", "go", "gem", "pipx"})


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first source copied before the first install of a stage."""
    model = document.model
    for stage in model.stages:
        for instruction, call in application_installs(model, stage):
            if call.manager.name in _COMPILE or call.operands:
                continue
            if call.manager.name == "pip" and not call.every("-r", "--requirement"):
                continue
            if any("type=bind" in (flag.value or "") for flag in instruction.flags):
                break
            before = stage.instructions[: stage.instructions.index(instruction)]
            yield from _copied(stage, len(before), call)
            break


def _copied(stage: Stage, until: int, call: Invocation) -> Iterator[Hit]:
    for copy in stage.instructions[:until]:
        if copy.name not in ("COPY", "ADD") or copy.flag("from") is not None:
            continue
        for word in copy.arguments[:-1]:
            if word.text.rstrip("/") in _SOURCE:
                command = f"{call.command.name} {call.action}".strip()
                files = [*lock.MANIFESTS.get(call.manager.name, ()), *lock.LOCK_FILES.get(call.manager.name, ())]
                values = {"source": word.text, "command": command, "files": " and ".join(files[:2])}
                yield Hit(word.span, values, related=(Related(call.word.place, "the dependencies are installed here"),))
                return
