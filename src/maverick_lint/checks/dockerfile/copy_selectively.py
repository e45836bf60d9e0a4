"""The final stage copies the whole build context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._purpose import helps_development, shipped_fact
from maverick_lint.checks.dockerfile._stacked import ignore_file
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each source that is the whole context; none with a .dockerignore that lets named paths in."""
    for file in stack.every(DockerfileFact):
        final = shipped_fact(file)
        copies = () if final is None else tuple(_copies(file, final))
        if not copies or helps_development(file.path):
            continue
        ignores = ignore_file(stack, file)
        if any(ignore.allow_list for ignore in ignores):
            continue
        for written, place in copies:
            yield Hit(place, {"source": written}, "" if ignores else "no-ignore")


def _copies(file: DockerfileFact, final: StageFact) -> Iterator[tuple[str, Place]]:
    """Yield what the final stage and the stages that it is built from copy; those are part of the image."""
    stage: StageFact | None = final
    while stage is not None:
        yield from stage.context_copies
        stage = None if stage.base_stage is None else file.stages[stage.base_stage]
