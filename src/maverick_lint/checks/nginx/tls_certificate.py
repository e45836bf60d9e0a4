"""A server with TLS has a certificate and its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first `listen ... ssl` of servers for which no certificate or no key is in force."""
    config = document.model
    for server in config.servers:
        encrypted = [listen for listen in server.listens if listen.ssl]
        if not encrypted or config.value(server.block, "ssl_reject_handshake") != "":
            continue
        names = ("ssl_certificate", "ssl_certificate_key")
        found = {name: config.in_force(server.block, name) for name in names}
        absent = [name for name in names if not found[name].directives and found[name].complete]
        if not absent or any(not force.directives and not force.complete for force in found.values()):
            continue
        directive = encrypted[0].directive
        if directive.home.tree is config.tree:
            word = next(argument for argument in directive.args if argument.text in ("ssl", "quic"))
            yield Hit(word.span, {"listen": directive.first(), "absent": " or ".join(f"`{name}`" for name in absent)})
