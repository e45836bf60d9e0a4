"""A public server listens with TLS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Server

_TLS_PORT: Final = 443
_PLAIN_PORT: Final = 80
# A file with such a name is meant to be without TLS.
_PLAIN_NAMES: Final = ("no-ssl", "nossl", "no-tls", "notls", "http-only")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield servers that serve a public name without TLS, and those that listen on 443 without it."""
    config = document.model
    if options["tls-terminated-elsewhere"] or any(word in config.path.lower() for word in _PLAIN_NAMES):
        return
    for server in config.servers:
        if server.ssl or server.holed or config.value(server.block, "ssl_reject_handshake") == "on":
            continue
        if any(listen.port is None or "proxy_protocol" in listen.parameters for listen in server.listens):
            continue
        plain = next((listen for listen in server.listens if listen.port == _TLS_PORT and not listen.private), None)
        names = server.public_names()
        if plain is not None:
            yield Hit(plain.directive.target(), {"name": names[0] if names else "this server"}, case="port")
        elif names and server.serves and _is_open(server) and not _is_behind(config, server):
            at = next((listen.directive.target() for listen in server.listens if not listen.private), None)
            yield Hit(at or server.directive.word.span, {"name": names[0]})


def _is_open(server: Server) -> bool:
    """Say whether it listens on the web's own port on more than a private address."""
    return not server.listens or any(listen.port == _PLAIN_PORT and not listen.private for listen in server.listens)


def _is_behind(config: Config, server: Server) -> bool:
    """Say whether the configuration shows another proxy in front, which then ends TLS."""
    if (
        config.value(server.block, "real_ip_header") != ""
        or config.in_force(server.block, "set_real_ip_from").directives
    ):
        return True
    return "$http_x_forwarded_proto" in config.tree.source.text.lower()
