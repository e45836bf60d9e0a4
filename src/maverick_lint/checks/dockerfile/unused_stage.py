"""A stage that nothing is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._targets import chain
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.purpose import for_development, helps_development
from maverick_lint.stack.stages import targets
from maverick_lint.stack.unread import may_build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each stage from which no other takes anything and that nobody asks for by name."""
    for file in stack.every(DockerfileFact):
        if helps_development(file.path) or may_build(stack, file.path):
            continue
        asked = targets(stack, file)
        roots = [file.stages[-1], *(stage for stage in file.stages if _may_be_asked(stage, asked))]
        used: set[int] = set()
        waiting = roots
        while waiting:
            for stage in chain(file, waiting.pop()):
                if stage.index not in used:
                    used.add(stage.index)
                    waiting.extend(file.stages[index] for index in stage.sources if index < stage.index)
        for stage in file.stages:
            if stage.index not in used:
                yield Hit(stage.place, {"stage": f"stage `{stage.name}`" if stage.name else f"stage {stage.index}"})


def _may_be_asked(stage: StageFact, asked: frozenset[str]) -> bool:
    """Say whether a stage is asked for by its name, or is likely to be: it starts something, or is for development."""
    name = stage.name.lower()
    return bool(name) and (
        name in asked or "*" in asked or for_development(name) or stage.runs or stage.health == "own"
    )
