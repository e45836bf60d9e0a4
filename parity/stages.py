"""What a reason may ask about the place of a finding in a Dockerfile, beyond what stands in its statement.

builder      the statement is in a stage that no image which ships is built on
development  the file, or its stage, is for development or tests by its name
replaced     a later instruction of the same name in the stage, or in one built on it that ships, takes its place
once         we say the same once in the stage, at another statement of it
foreign      the stage is built on an image of another file
idle         the image starts nothing: no CMD, ENTRYPOINT or EXPOSE in any stage that ships
unknown      what the image is built on is no published image that is known: a variable, a bare name, or scratch
starts       the stage has a CMD or ENTRYPOINT, its own or that of a stage below
cleared      a RUN removes packages of the system again
system       every install is one of the system's packages, none of which is a compiler or a library's headers
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from maverick_lint.checks.dockerfile._purpose import shipped
from maverick_lint.checks.dockerfile._tools import HISTORIES, kept_tools, package_name
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats._packages import invocation
from maverick_lint.formats.dockerfile.bases import is_local
from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage
from maverick_lint.formats.dockerfile.purpose import for_development, helps_development
from parity.peer import Verdict


class Stages:
    """The stages of the Dockerfiles of a folder, and what we found in them."""

    def __init__(self, folder: Path, ours: Iterable[Verdict]) -> None:
        """Take the folder of the files, and our findings under the names of the peer."""
        self._folder = folder
        self._models: dict[str, Dockerfile | None] = {}
        self._ours: dict[tuple[str, str], list[int]] = {}
        for one in ours:
            self._ours.setdefault((one.path, one.name), []).append(one.line)

    def is_so(self, verdict: Verdict, wanted: str) -> bool:
        """Say whether the place of a verdict is as a reason asks."""
        model = self._model(verdict.path)
        if wanted in _OF_FILES:
            return model is not None and _OF_FILES[wanted](model)
        held = None if model is None else self._holder(model, verdict.line)
        if wanted == "development":
            stands = None if model is None else model.final if held is None else held[0]
            names = [] if stands is None else [one.name for one in stands.chain]
            return helps_development(verdict.path) or any(for_development(name) for name in names)
        if model is None or held is None:
            return False
        stage, instruction = held
        if wanted in _OF_STAGES:
            return _OF_STAGES[wanted](model, stage)
        if wanted == "replaced":
            return _is_replaced(model, stage, instruction)
        lines = self._ours.get((verdict.path, verdict.name), [])
        found = (self._holder(model, line) for line in lines)
        return wanted == "once" and any(other is not None and other[0] is stage for other in found)

    def _model(self, path: str) -> Dockerfile | None:
        if path not in self._models:
            source = Source(path, (self._folder / path).read_text(errors="replace"))
            self._models[path] = parse("dockerfile", source, FilesReader(MemoryFiles({}))).model
        return self._models[path]

    def _holder(self, model: Dockerfile, line: int) -> tuple[Stage, Instruction] | None:
        for stage in model.stages:
            for instruction in (*([stage.origin] if stage.origin is not None else []), *stage.instructions):
                first = model.source.position(instruction.span.start).line
                if first <= line <= first + model.line_count(instruction.span) - 1:
                    return stage, instruction
        return None


def _is_replaced(model: Dockerfile, stage: Stage, instruction: Instruction) -> bool:
    """Say whether an instruction of this name comes later in the stage, or in every stage that ships built on it."""
    if instruction is not stage.every(instruction.name)[-1]:
        return True
    end = shipped(model)
    return end is not None and stage in end.chain and end.last(instruction.name) is not instruction


def _chain(model: Dockerfile) -> list[Stage]:
    """Return the stages that the image is built of which a build without a name of a stage gives."""
    end = shipped(model)
    return [] if end is None else list(end.chain)


def _is_idle(model: Dockerfile) -> bool:
    return all(stage.last("CMD", "ENTRYPOINT", "EXPOSE") is None for stage in _chain(model))


def _is_unknown(model: Dockerfile) -> bool:
    final = model.final
    image = None if final is None else final.root.image
    return image is None or image == "scratch" or is_local(image)


def _is_of_system(model: Dockerfile) -> bool:
    commands = [command for stage in model.stages for _, command in model.run_commands(stage)]
    every = [call for command in commands if (call := invocation(command)) is not None]
    tools = [word for number, call in enumerate(every) for word in kept_tools(call, every[number:])]
    tools = [word for word in tools if package_name(word) not in HISTORIES]
    calls = [call for call in every if call.installs]
    return bool(calls) and not tools and all(call.manager.scope == "system" for call in calls)


_OF_STAGES: dict[str, Callable[[Dockerfile, Stage], bool]] = {
    "builder": lambda model, stage: stage not in _chain(model),
    "foreign": lambda _, stage: stage.root.image != "scratch",
    "starts": lambda _, stage: stage.last("CMD", "ENTRYPOINT") is not None,
}


def _is_cleared(model: Dockerfile) -> bool:
    commands = (command for stage in model.stages for _, command in model.run_commands(stage))
    calls = (invocation(command) for command in commands)
    return any(
        call is not None and call.manager.scope == "system" and call.action in call.manager.remove for call in calls
    )


_OF_FILES = {"cleared": _is_cleared, "idle": _is_idle, "unknown": _is_unknown, "system": _is_of_system}
