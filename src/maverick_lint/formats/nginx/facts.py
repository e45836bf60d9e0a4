"""What an nginx configuration states for the rules of other files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream, UpstreamServer
from maverick_lint.core.span import Place
from maverick_lint.formats.nginx.roots import open_roots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Member
    from maverick_lint.formats.nginx.proxy import Upstream as Group
    from maverick_lint.formats.nginx.server import Server

_PARTS: Final = frozenset(
    {"sites-available", "sites-enabled", "conf.d", "snippets", "vhosts", "vhost.d", "sites", "servers"}
)


def facts(document: Document[Config]) -> Iterator[Fact]:
    """Yield the upstreams, proxied locations and servers of a file."""
    config = document.model
    path = config.path
    folder, _, _ = path.rpartition("/")
    above, _, last = folder.rpartition("/")
    group, part = (above, last) if last in _PARTS else (folder, "")
    for upstream in config.upstreams:
        if upstream.word.known:
            place = Place(path, upstream.word.span)
            yield Fact(
                "upstream", upstream.name, _upstream(upstream, place, group, part, config.assembly.top_of(path)), place
            )
    for proxied in config.proxied:
        place = Place(path, proxied.target.span)
        port = int(proxied.port) if proxied.port else {"http": 80, "https": 443}.get(proxied.scheme)
        value = Proxy(
            proxied.paths,
            path,
            place,
            proxied.target.text,
            proxied.host or None,
            port if proxied.target.known else None,
            proxied.directive.name,
        )
        yield Fact("proxy", proxied.paths, value, place)
    for root in open_roots(config):
        yield Fact("open-root", root.host, root, root.place)
    for server in config.servers:
        place = Place(path, server.directive.word.span)
        ports = tuple(listen.port for listen in server.listens if listen.port)
        block = ServerBlock(
            path,
            place,
            ports,
            server.ssl,
            server.names,
            _own(config, server, "ssl_certificate"),
            _own(config, server, "ssl_certificate_key"),
            _name_places(config, server),
        )
        yield Fact("server", ",".join(server.names), block, place)


def _name_places(config: Config, server: Server) -> tuple[Place, ...]:
    named = (one for one in config.statements(server.block) if one.name == "server_name")
    return tuple(Place(one.home.tree.path, word.span) for one in named for word in one.args if word.known)


def _own(config: Config, server: Server, name: str) -> tuple[str, Place] | None:
    """Return the path that the one directive of a name in the server itself has, with its place."""
    found = [one for one in config.statements(server.block) if one.name == name and one.args]
    if len(found) != 1 or not found[0].args[0].known or "$" in found[0].args[0].text:
        return None
    word = found[0].args[0]
    return word.text, Place(found[0].home.tree.path, word.span)


def _upstream(group: Group, place: Place, folder: str, part: str, top: str) -> Upstream:
    servers = tuple(_server(member) for member in group.members)
    return Upstream(group.name, place.path, place, servers, group.kind, folder, part, top)


def _server(member: Member) -> UpstreamServer:
    word = member.address
    place = Place(member.directive.home.tree.path, word.span)
    parameters = tuple(parameter.text for parameter in member.parameters.values())
    if not word.known:
        return UpstreamServer(None, None, place, member.backup, member.down, parameters)
    if word.text.startswith("unix:"):
        return UpstreamServer(word.text, None, place, member.backup, member.down, parameters)
    host, _, port = word.text.rpartition(":") if not word.text.endswith("]") else (word.text, "", "")
    if not host or not port.isdigit():
        host, port = word.text, "80"
    return UpstreamServer(host, int(port), place, member.backup, member.down, parameters)
