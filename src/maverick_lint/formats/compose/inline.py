"""Dockerfiles that stand in a Compose file (`dockerfile_inline`), as sources of their own.

Compose fills in variables before the Dockerfile is read, and `$$` stands for a dollar sign. A text with a variable of
Compose in it is not known before it is started, and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.model import Compose


def inline_dockerfiles(model: Compose) -> Iterator[tuple[str, Source]]:
    """Yield the known Dockerfiles in the text of the file at hand, each once, with their kind."""
    seen: set[int] = set()
    for service in model.services:
        value = service.get("build", "dockerfile_inline")
        text = None if value is None else value.text
        if value is None or text is None or text.variables or text.faults or id(value.node) in seen:
            continue
        if value.file.home and text.value is not None:
            seen.add(id(value.node))
            yield "dockerfile", _filled_in(embedded(value.file.source, value.node))


def _filled_in(source: Source) -> Source:
    """Return the text with one dollar sign for each two."""
    if "$$" not in source.text:
        return source
    parts: list[str] = []
    segments: list[Segment] = []
    inner = start = 0
    while start < len(source.text):
        pair = source.text.find("$$", start)
        end = len(source.text) if pair < 0 else pair + 1
        segments.append(Segment(inner, start, end - start))
        parts.append(source.text[start:end])
        inner += end - start
        start = end if pair < 0 else end + 1
    return Source(source.path, "".join(parts), parent=source, segments=tuple(segments))
