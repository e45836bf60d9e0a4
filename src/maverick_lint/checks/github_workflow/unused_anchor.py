"""github-workflow/unused-anchor."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# `&name` and `*name` where a node begins: behind a key, a dash, a bracket or a comma.
_MARK: Final = re.compile(r"(?m)(?:^[ ]*|[:\-\[,{?] +|[\[{,])([&*])([^\s,\[\]{}]{1,200})(?=[ \r\n,\]}]|$)")
_LINE: Final = re.compile(r"[^\n]{2001,}")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each anchor that no alias speaks of."""
    text = document.source.text
    scalars = [node.span for node in document.model.root.walk() if node.is_scalar and node.span.end > node.span.start]
    scalars.sort(key=lambda span: span.start)
    starts = [span.start for span in scalars]
    comments = [comment.span for comment in document.comments()]
    comment_starts = [span.start for span in comments]
    anchors: dict[str, Span] = {}
    used: set[str] = set()
    for match in _MARK.finditer(_LINE.sub(lambda line: " " * len(line[0]), text)):
        at = match.start(1)
        if _inside(at, starts, scalars) or _inside(at, comment_starts, comments):
            continue
        if match[1] == "*":
            used.add(match[2])
        else:
            anchors.setdefault(match[2], Span(at, match.end()))
    for name, span in anchors.items():
        if name not in used:
            yield Hit(span, {"name": name})


def _inside(at: int, starts: list[int], spans: list[Span]) -> bool:
    number = bisect_right(starts, at) - 1
    return number >= 0 and at < spans[number].end
