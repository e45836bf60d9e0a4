"""What a reason may ask about the place of a finding in a Dockerfile, beyond what stands in its statement.

builder      the statement is in a stage that no image which ships is built on
development  the file, or its stage, is for development or tests by its name
replaced     a later instruction of the same name in the stage, or in one built on it that ships, takes its place
once         we say the same once in the stage, at another statement of it
foreign      the stage is built on an image of another file
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maverick_lint.checks.dockerfile._purpose import for_development, helps_development, shipping
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage
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
        held = None if model is None else self._holder(model, verdict.line)
        if model is None or held is None:
            return wanted == "development" and helps_development(verdict.path)
        stage, instruction = held
        if wanted == "development":
            return helps_development(verdict.path) or any(for_development(one.name) for one in stage.chain)
        if wanted == "builder":
            return stage not in shipping(model)
        if wanted == "replaced":
            return _is_replaced(model, stage, instruction)
        if wanted == "foreign":
            return stage.root.image != "scratch"
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
    ends = [one for one in shipping(model) if stage in one.chain]
    used = {one.base_stage.index for one in ends if one.base_stage is not None}
    return bool(ends) and all(one.last(instruction.name) is not instruction for one in ends if one.index not in used)
