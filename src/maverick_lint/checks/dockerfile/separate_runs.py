"""Two RUN follow each other and could be one layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import shipping
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_SHORT: Final = 2  # commands; longer ones are easier to read and to cache apart


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the second RUN of two short ones in the stages that ship."""
    for stage, names in shipping(document.model):
        previous: Instruction | None = None
        for instruction in stage.instructions:
            if instruction.name == "RUN" and previous is not None and _alike(document.model, previous, instruction):
                yield Hit(instruction.keyword, stages=names)
            previous = instruction if instruction.name == "RUN" else None


def _alike(model: Dockerfile, first: Instruction, second: Instruction) -> bool:
    flags = [[(flag.name, flag.value) for flag in one.flags] for one in (first, second)]
    short = all(_is_short(model, one) for one in (first, second))
    return flags[0] == flags[1] and short


def _is_short(model: Dockerfile, one: Instruction) -> bool:
    """Say whether a RUN has one or two commands; a test in brackets is none by itself."""
    count = len(model.commands(one))
    return not one.heredocs and (0 < count <= _SHORT or (not count and one.rest.startswith("[")))
