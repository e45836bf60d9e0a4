"""ADD of a URL takes whatever the server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each address of an ADD without --checksum; git sources have commits."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name != "ADD" or instruction.flag("checksum") is not None:
            continue
        for argument in instruction.arguments[:-1]:
            path = argument.text.partition("#")[0].rstrip("/")
            if argument.text.startswith(("https://", "http://")) and not path.endswith(".git"):
                yield Hit(argument.span, {"url": argument.text})
