"""The locations that hand every request from the internet on, for the rules of other files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import OpenRoot
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied
    from maverick_lint.formats.nginx.server import Server
    from maverick_lint.formats.nginx.tree import Directive

# What may keep strangers out of a location.
_GUARDS: Final = (
    "allow",
    "deny",
    "auth_basic",
    "auth_request",
    "auth_jwt",
    "ssl_verify_client",
    "internal",
    "return",
    "if",
)


def open_roots(config: Config) -> Iterator[OpenRoot]:
    """Yield each unguarded `location /` with a proxy_pass of a server that the internet reaches."""
    proxied = {id(one.location): one for one in config.proxied if one.location is not None}
    for server in config.servers:
        private = bool(server.listens) and all(listen.private for listen in server.listens)
        if server.holed or private or not server.public_names():
            continue
        for location in server.locations:
            one = proxied.get(id(location))
            if one is not None and _is_root(location) and one.host and not _guarded(config, location):
                yield _root(config, server, location, one)


def _is_root(location: Directive) -> bool:
    """Say whether a location takes every request, or those of a page of metrics."""
    values = location.values()
    return values == ["/"] or (values[:-1] in ([], ["="], ["^~"]) and values[-1].rstrip("/").endswith("metrics"))


def _root(config: Config, server: Server, location: Directive, one: Proxied) -> OpenRoot:
    answered = tuple(
        ("" if len(other.args) == 1 else other.args[0].text, other.args[-1].text)
        for other in server.locations
        if other is not location
    )
    port = int(one.port) if one.port else {"http": 80, "https": 443}.get(one.scheme)
    return OpenRoot(
        config.path, Place(config.path, location.args[-1].span), one.host, port, answered, location.args[-1].text
    )


def _guarded(config: Config, location: Directive) -> bool:
    if location.block is None or config.is_holed(location.block):
        return True
    if any(directive.name in _GUARDS for directive in config.statements(location.block)):
        return True
    found = [config.in_force(location.block, name) for name in _GUARDS[:6]]
    return any(force.directives or not force.complete for force in found)
