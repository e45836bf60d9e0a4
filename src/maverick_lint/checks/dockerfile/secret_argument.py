"""A build argument or variable has the name of a secret, whatever its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import secret_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name of each ARG and ENV that no-secrets does not judge: no value, or another variable's."""
    for written in document.model.instructions:
        instruction = written.inner or written
        for pair in instruction.pairs if instruction.name in ("ARG", "ENV") else ():
            if secret_name(pair.name) and (not pair.value or "$" in pair.value):
                yield Hit(pair.name_span, {"name": pair.name, "instruction": instruction.name})
