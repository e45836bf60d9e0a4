"""Comments of a YAML text, told from `#` inside scalars by the places of the nodes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_HASH: Final = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def comments_of(source: Source, roots: Iterable[Node]) -> tuple[Comment, ...]:
    """Return the comments of a text; those of a script in a block scalar are comments too."""
    quoted = sorted((n.span.start, n.span.end) for n in scalars(roots) if n.style not in ("literal", "folded"))
    starts = [start for start, _ in quoted]
    found = []
    for match in _HASH.finditer(source.text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < quoted[index][1]:
            continue
        line = source.text.rfind("\n", 0, match.start()) + 1
        own_line = not source.text[line : match.start()].strip()
        found.append(Comment(Span(*match.span()), match.group()[1:].strip(), own_line))
    return tuple(found)


def scopes_of(roots: Iterable[Node]) -> tuple[Span, ...]:
    """Return the spans of scalars over several lines, from the key on."""
    return tuple(
        Span(min(node.key_span().start, node.span.start), node.span.end)
        for node in scalars(roots)
        if node.style in ("literal", "folded")
    )


def scalars(roots: Iterable[Node]) -> Iterator[Node]:
    """Yield every scalar of the trees, keys included."""
    for root in roots:
        for node in root.walk():
            if node.is_scalar:
                yield node
            for key, _ in node.children if node.is_map else ():
                if key is not None:
                    yield key
