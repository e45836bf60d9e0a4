"""The script of a job, in one text whose characters are mapped to the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.formats.gitlab.tree import Value


def scripts(lines: Iterable[Value]) -> list[Source]:
    """Return the lines of a script as one source; more than one when they come from several files."""
    found: list[Source] = []
    group: list[Value] = []
    for line in lines:
        if line.text is None:
            continue
        if group and group[0].source is not line.source:
            found.append(_joined(group))
            group = []
        group.append(line)
    if group:
        found.append(_joined(group))
    return found


def _joined(lines: list[Value]) -> Source:
    parent = lines[0].source
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    for line in lines:
        inner = embedded(parent, line.node)
        segments.extend(Segment(one.inner + length, one.outer, one.length) for one in inner.segments)
        pieces.append(inner.text)
        length += len(inner.text) + 1
    return Source(parent.path, "\n".join(pieces), parent=parent, segments=tuple(segments))
