"""The application does not wait for slow visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block


_NAMES: Final = ("proxy_buffering", "fastcgi_buffering", "uwsgi_buffering", "scgi_buffering")
_STREAMS: Final = ("event", "stream", "sse", "socket", "/ws", "live", "hub", "push", "log")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield buffering that is off where no stream is meant."""
    config = document.model
    for directive in config.directives:
        if directive.name in _NAMES and directive.first() == "off" and not _streams(config, directive.home):
            yield Hit(directive.args[0].span, {"name": directive.name})


def _streams(config: Config, block: Block) -> bool:
    owner = block.owner
    path = owner.args[-1].text.lower() if owner is not None and owner.name == "location" and owner.args else ""
    if any(word in path for word in _STREAMS):
        return True
    headers = config.in_force(block, "proxy_set_header").directives
    return any(header.first().lower() in ("upgrade", "connection") for header in headers)
