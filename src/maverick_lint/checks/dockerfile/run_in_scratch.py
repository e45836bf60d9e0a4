"""RUN in an image that holds no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each RUN of a stage on scratch before anything is copied or mounted into it."""
    filled: set[int] = set()
    for stage in document.model.stages:
        empty = stage.root.image == "scratch" and (stage.base_stage is None or stage.base_stage.index not in filled)
        for instruction in stage.instructions if empty else ():
            if instruction.name in ("COPY", "ADD") or instruction.flag("mount") is not None:
                empty = False
                break
            if instruction.name == "RUN":
                shell = instruction.arguments[0].text if instruction.json else instruction.shell[0]
                yield Hit(instruction.keyword, {"shell": shell})
        if not empty:
            filled.add(stage.index)
