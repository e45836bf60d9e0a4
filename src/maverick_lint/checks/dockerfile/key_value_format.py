"""ENV or LABEL in the old form without an equals sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Pair


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name; the fix writes the equals sign."""
    for written in document.model.instructions:
        instruction = written.inner or written
        for pair in instruction.pairs:
            if not pair.legacy:
                continue
            values = {"instruction": instruction.name, "name": pair.name}
            yield Hit(pair.name_span, values, fix=_fix(document, pair, instruction))


def _fix(document: Document[Dockerfile], pair: Pair, instruction: Instruction) -> Fix | None:
    """Return the repair, where the value stands in one piece and needs no thought about quotes."""
    text = document.source.text[pair.value_span.start : pair.value_span.end]
    if text != pair.value or any(sign in text for sign in ("'", '"', instruction.escape, "\n")):
        return None
    value = f'"{text}"' if any(blank in text for blank in (" ", "\t")) else text
    edit = Edit(Span(pair.name_span.end, pair.value_span.end), f"={value}")
    return Fix(f"Write {pair.name}=", (edit,))
