"""Keywords are written in both cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_KEYWORD: Final = (
    "buildkit:ConsistentInstructionCasing",
    "tally:buildkit/ConsistentInstructionCasing",
)
_FROM_WORDS: Final = 3


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each keyword in the rarer case, and at an `as` in another case than its FROM."""
    model = document.model
    lower = [
        one for one in model.instructions if one.keyword.end > one.keyword.start and _written(document, one).islower()
    ]
    mixed = [one for one in model.instructions if one not in lower and not _written(document, one).isupper()]
    upper = len(model.instructions) - len(lower) - len(mixed)
    rare = [*mixed, *lower] if upper >= len(lower) else [one for one in model.instructions if one not in lower]
    wanted = "upper" if upper >= len(lower) else "lower"
    for one in (
        sorted(rare, key=lambda instruction: instruction.keyword)
        if len(rare) < len(model.instructions) or mixed
        else ()
    ):
        written = _written(document, one)
        new = written.upper() if wanted == "upper" else written.lower()
        fix = Fix(f"Write {new}", (Edit(one.keyword, new),))
        yield Hit(one.keyword, {"written": written, "case": wanted}, equivalents=_KEYWORD, fix=fix)
    for one in model.instructions:
        if one.name == "FROM" and len(one.arguments) == _FROM_WORDS:
            word = one.arguments[1]
            written = _written(document, one)
            if (written.isupper() and word.text.islower()) or (written.islower() and word.text.isupper()):
                new = word.text.upper() if written.isupper() else word.text.lower()
                values = {"written": word.text, "case": "upper" if written.isupper() else "lower"}
                fix = Fix(f"Write {new}", (Edit(word.span, new),))
                yield Hit(
                    word.span,
                    values,
                    "as",
                    equivalents=(
                        "buildkit:FromAsCasing",
                        "tally:buildkit/FromAsCasing",
                    ),
                    fix=fix,
                )


def _written(document: Document[Dockerfile], instruction: Instruction) -> str:
    return document.source.text[instruction.keyword.start : instruction.keyword.end]
