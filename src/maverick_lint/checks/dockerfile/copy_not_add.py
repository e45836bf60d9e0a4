"""ADD of a local file, which COPY does without surprise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_ARCHIVES: Final = (
    ".tar",
    ".gz",
    ".tgz",
    ".bz2",
    ".tbz",
    ".tbz2",
    ".xz",
    ".txz",
    ".zst",
    ".tzst",
    ".lzma",
    ".tlz",
    ".z",
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the keyword of each ADD whose sources are all plain local files."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if (
            instruction.name != "ADD"
            or instruction.heredocs
            or instruction.flag("checksum")
            or instruction.flag("unpack")
        ):
            continue
        sources = [instruction.value(argument.text) for argument in instruction.arguments[:-1]]
        if all(source is not None and not _needs_add(source) for source in sources):
            yield Hit(instruction.keyword, {"source": instruction.arguments[0].text})


def _needs_add(source: str) -> bool:
    lower = source.lower()
    return "://" in lower or lower.startswith("git@") or lower.endswith((*_ARCHIVES, ".git")) or "*" in lower
