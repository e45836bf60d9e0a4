"""A stage's name has capital letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such name."""
    for stage in document.model.stages:
        if stage.name_span is not None:
            written = document.source.text[stage.name_span.start : stage.name_span.end]
            if written != written.lower() and "$" not in written:
                yield Hit(stage.name_span, {"name": written, "lower": written.lower()})
