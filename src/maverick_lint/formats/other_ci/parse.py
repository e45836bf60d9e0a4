"""Says which system a file belongs to; the file itself is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.core.record import record
from maverick_lint.formats.detection import file_name
from maverick_lint.formats.other_ci.systems import system_of

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


@record
class OtherCi:
    """A file of another CI system; `used` is False when nothing but comments is in it."""

    system: str
    used: bool


def parse(source: Source, kind: str, reader: Reader) -> Document[OtherCi]:  # noqa: ARG001 - every format's signature
    """Return the document of a file of another CI system."""
    lines = (line.strip() for line in source.text.splitlines())
    used = any(line and not line.startswith(("#", "//")) for line in lines)
    system = system_of(file_name(source.path)) or "another CI system"
    return Document(source, kind, OtherCi(system, used))
