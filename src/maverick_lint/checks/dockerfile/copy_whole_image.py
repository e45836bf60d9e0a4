"""COPY --from takes a whole file system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the source."""
    for stage in document.model.stages:
        for instruction in stage.every("COPY"):
            words = [argument.text.strip("'\"") for argument in instruction.arguments]
            flag = instruction.flag("from")
            if flag is None or len(words) != 2 or words != ["/", "/"] or stage.root.image == "scratch":  # noqa: PLR2004 - source, destination
                continue
            yield Hit(instruction.arguments[0].span, {"stage": flag.value or ""})
