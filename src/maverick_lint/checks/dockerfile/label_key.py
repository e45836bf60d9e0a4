"""A label's key is not of the form that Docker asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_KEY: Final = re.compile(r"[a-z](?:[a-z0-9._/-]*[a-z0-9])?")
_RESERVED: Final = ("com.docker.", "io.docker.", "org.dockerproject.")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such key."""
    for written in document.model.instructions:
        instruction = written.inner or written
        for pair in instruction.pairs if instruction.name == "LABEL" else ():
            name = instruction.value(pair.name)
            if name is None or "$" in pair.name:
                continue
            if name.startswith(_RESERVED):
                yield Hit(pair.name_span, {"key": name}, "reserved")
            elif _KEY.fullmatch(name) is None or ".." in name or "--" in name:
                yield Hit(pair.name_span, {"key": name})
