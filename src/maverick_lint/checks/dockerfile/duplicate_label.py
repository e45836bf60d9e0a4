"""A label is set twice in one stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Pair


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each key that a later LABEL of the same stage sets again."""
    for stage in document.model.stages:
        last: dict[str, Pair] = {}
        for instruction in reversed(stage.every("LABEL")):
            for pair in reversed(instruction.pairs):
                later = last.setdefault(pair.name, pair)
                if later is not pair and "$" not in pair.name:
                    related = (Related(later.name_span, "this value stays"),)
                    yield Hit(pair.name_span, {"key": pair.name}, related=related)
