"""A download goes over http without encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_NEAR: Final = ("http://localhost", "http://127.", "http://[::1]", "http://0.0.0.0", "http://169.254.169.254")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each address of curl, wget or ADD that begins with http://."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name == "ADD" and instruction.flag("checksum") is None:
            for argument in instruction.arguments[:-1]:
                if argument.text.startswith("http://"):
                    yield Hit(argument.span, {"url": argument.text[:80]})
        elif instruction.name == "RUN" and "http://" in instruction.joined.text:
            for command in document.model.commands(written):
                for word in command.words[1:] if command.name in ("curl", "wget") else ():
                    text = word.text or word.raw.strip("\"'")
                    if text.startswith("http://") and not text.startswith(_NEAR):
                        yield Hit(word.place, {"url": text[:80]})
