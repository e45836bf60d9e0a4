"""A server that refuses handshakes refuses shared connections too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `ssl_reject_handshake on` in default servers with HTTP/2 that answer other than 421."""
    config = document.model
    for server in config.servers:
        force = config.in_force(server.block, "ssl_reject_handshake")
        if not force.directives or force.directives[0].first() != "on" or server.holed or not server.ssl:
            continue
        parameters = {parameter for listen in server.listens for parameter in listen.parameters}
        switched = config.value(server.block, "http2")
        speaks = switched == "on" or ("http2" in parameters and switched != "off")
        if not speaks or not parameters & {"default_server", "default"}:
            continue
        own = [d for d in config.statements(server.block) if d.name == "location" and d.args[-1:]]
        refusing = any(
            location.args[-1].text == "/" and location.block is not None
            and any(d.name == "return" and d.first() == "421" for d in location.block.directives)
            for location in own
        )  # fmt: skip
        directive = force.directives[0]
        if not refusing and directive.home.tree is config.tree:
            yield Hit(directive.word.span)
