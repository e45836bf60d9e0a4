"""Where a server staples the answers of OCSP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Server
    from maverick_lint.formats.nginx.tree import Directive


def stapling(config: Config) -> Iterator[tuple[Server, Directive]]:
    """Yield the servers with `ssl_stapling on` in force, each with that directive where it stands in this file."""
    for server in config.servers:
        if not server.ssl or server.holed:
            continue
        in_force = config.in_force(server.block, "ssl_stapling").directives
        if in_force and in_force[0].first() == "on" and in_force[0].home.tree is config.tree:
            yield server, in_force[0]
