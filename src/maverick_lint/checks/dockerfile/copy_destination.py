"""COPY or ADD of several sources to what is no folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_TWO: Final = 2  # one source and the destination


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the destination."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name not in ("COPY", "ADD") or len(instruction.arguments) <= _TWO:
            continue
        target = instruction.arguments[-1]
        text = instruction.value(target.text)
        if text is not None and not text.endswith(("/", "\\")) and text not in (".", ".."):
            values: dict[str, Value] = {
                "instruction": instruction.name,
                "count": len(instruction.arguments) - 1,
                "target": text,
            }
            yield Hit(target.span, values)
