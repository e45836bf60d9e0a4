"""MAINTAINER is deprecated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the keyword."""
    for instruction in document.model.instructions:
        if instruction.name == "MAINTAINER":
            yield Hit(instruction.keyword, {"name": instruction.rest[:60]})
