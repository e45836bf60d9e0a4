"""A block with a header of its own keeps the other headers too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._headers import lost_headers
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield blocks whose own `add_header` or `add_trailer` drops any of the blocks around."""
    config = document.model
    for name in ("add_header", "add_trailer"):
        for loss in lost_headers(config, name):
            related = tuple(Related(item.word.span, "lost here") for item in loss.lost if item.home.tree is config.tree)
            values = {"name": name, "lost": ", ".join(dict.fromkeys(item.first() for item in loss.lost))}
            yield Hit(loss.at.word.span, values, related=related)
