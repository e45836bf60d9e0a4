"""COPY --from or a mount names a stage by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.sources import references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each number that is a stage above."""
    for stage in document.model.stages:
        for name, place in references(stage, document.source):
            if name.isdecimal() and int(name[:6]) < stage.index:
                used = document.model.stages[int(name)]
                remedy = f"write `{used.name}`" if used.name else "name it with AS, and copy from the name"
                yield Hit(place, {"number": name, "remedy": remedy})
