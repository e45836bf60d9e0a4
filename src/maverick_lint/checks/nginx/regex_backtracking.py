"""No path keeps a worker busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.backtracking import backtracks
from maverick_lint.formats.nginx.regexes import regexes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield expressions that can take exponential time."""
    if "~" not in document.source.text and "rewrite" not in document.source.text:
        return
    for directive in document.model.directives:
        for word, regex in regexes_of(directive):
            if word.known and ("*" in regex or "+" in regex or "," in regex) and backtracks(regex):
                yield Hit(word.span, {"regex": regex[:80]})
