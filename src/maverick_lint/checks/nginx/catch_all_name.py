"""A server that is meant for all other names is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Server


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `server_name _` in servers that are not the default of any address."""
    config = document.model
    if not any(server.names == ("_",) for server in config.servers):
        return
    default: dict[tuple[str, int | None], Server] = {}
    for server in config.servers:
        if server.holed:
            return
        for listen in server.listens:
            key = (listen.address, listen.port)
            if key not in default or listen.parameters & {"default_server", "default"}:
                default[key] = server
    for server in config.servers:
        if server.names != ("_",) or not server.listens:
            continue
        keys = [(listen.address, listen.port) for listen in server.listens]
        if any(default[key] is server or default[key].names == ("_",) for key in keys):
            continue
        named = next(one for one in config.statements(server.block) if one.name == "server_name")
        first = default[keys[0]].directive
        if named.home.tree is config.tree and first.home.tree is config.tree:
            line = config.tree.source.position(first.word.start).line
            yield Hit(named.target(), {"listen": server.listens[0].directive.first(), "line": line})
