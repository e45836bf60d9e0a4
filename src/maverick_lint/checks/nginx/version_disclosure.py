"""Answers do not name the version of nginx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `server_tokens` that are on, and http blocks that leave them on."""
    config = document.model
    for directive in config.directives:
        if directive.name == "server_tokens" and directive.first() in ("on", "build"):
            yield Hit(directive.args[0].span, {"value": directive.first()})
        elif directive.name == "http" and directive.block is not None:
            servers = [server for server in config.servers if server.directive.home is directive.block]
            unset = config.value(directive.block, "server_tokens") == ""
            if unset and servers and all(config.value(server.block, "server_tokens") == "" for server in servers):
                yield Hit(directive.word.span, case="absent")
