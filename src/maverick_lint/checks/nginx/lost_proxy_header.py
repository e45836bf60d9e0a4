"""A block with a header of its own keeps those to the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._headers import lost_headers
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


# What nginx sends where nothing says otherwise.
_OF_ITSELF: Final = {("host", "$proxy_host"), ("connection", "close"), ("connection", ""), ("upgrade", "")}


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield blocks whose own `proxy_set_header` drops one of the blocks around."""
    config = document.model
    chosen = {name.lower() for name in options["headers"]}
    for loss in lost_headers(config, "proxy_set_header"):
        lost = [
            item
            for item in loss.lost
            if (not chosen or item.first().lower() in chosen)
            and (item.first().lower(), item.args[-1].text.lower()) not in _OF_ITSELF
        ]
        if lost:
            related = tuple(Related(item.word.span, "lost here") for item in lost if item.home.tree is config.tree)
            yield Hit(
                loss.at.word.span, {"lost": ", ".join(dict.fromkeys(item.first() for item in lost))}, related=related
            )
