"""env-file/duplicate-name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._dotenv import Entry
    from maverick_lint.formats.env_file.model import EnvFile


def check(document: Document[EnvFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each name that an earlier line sets to another value."""
    seen: dict[str, Entry] = {}
    for entry in document.model.entries:
        earlier = seen.get(entry.name)
        seen[entry.name] = entry
        if earlier is not None and earlier.value != entry.value:
            line = document.source.position(earlier.name_at.start).line
            related = (Related(earlier.name_at, "set here"),)
            yield Hit(entry.name_at, {"name": entry.name, "line": line}, related=related)
