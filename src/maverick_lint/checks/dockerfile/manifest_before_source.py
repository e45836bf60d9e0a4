"""Source is copied before dependencies are installed, so that every edit installs them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._installs import application_installs, written
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._packages import lock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_SOURCE: Final = (".", "*", "./*", "src", "./src", "app", "./app", "lib", "./lib")
# These compile the source itself, so there is no copying it later.
_COMPILE: Final = frozenset({"cargo", "go", "gem", "pipx"})


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first source copied before the first install of a stage."""
    model = document.model
    for stage in model.stages:
        first = next(_installs(model, stage), None)
        if first is None:
            continue
        instruction, place, command, files = first
        if not any("type=bind" in (flag.value or "") for flag in instruction.flags):
            values = {"command": command, "files": files}
            yield from _copied(stage, stage.instructions.index(instruction), values, place)


def _installs(model: Dockerfile, stage: Stage) -> Iterator[tuple[Instruction, Place, str, str]]:
    """Yield each RUN that installs what a manifest lists, with the place and name of the command, and the files."""
    for instruction, call in application_installs(model, stage):
        name = call.manager.name
        listed = name != "pip" or call.every("-r", "--requirement")
        if name not in _COMPILE and not call.operands and listed:
            files = [*lock.MANIFESTS.get(name, ()), *lock.LOCK_FILES.get(name, ())]
            yield instruction, call.word.place, written(call), " and ".join(files[:2])
    for instruction, command in model.run_commands(stage, ("download",)):
        if command.name == "go" and command.arguments[:2] == ("mod", "download"):
            yield instruction, command.words[2].place, "go mod download", "go.mod and go.sum"


def _copied(stage: Stage, until: int, values: Mapping[str, str], place: Place) -> Iterator[Hit]:
    for copy in stage.instructions[:until]:
        if copy.name not in ("COPY", "ADD") or copy.flag("from") is not None:
            continue
        for word in copy.arguments[:-1]:
            if word.text.rstrip("/") in _SOURCE:
                related = Related(place, "the dependencies are installed here")
                yield Hit(word.span, {"source": word.text, **values}, related=(related,))
                return
