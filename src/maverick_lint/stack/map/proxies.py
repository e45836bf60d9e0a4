"""nginx servers and upstreams on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream
from maverick_lint.stack.map.model import MapNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.stack.map.sketch import Sketch


def draw(sketch: Sketch) -> None:
    """Draw the upstreams with their servers, then the virtual servers with what they hand on."""
    upstreams = sketch.stack.every(Upstream)
    for upstream in upstreams:
        node = f"upstream:{upstream.path}:{upstream.name}"
        sketch.add(MapNode(node, "upstream", upstream.name, upstream.path, (upstream.place,)))
    servers = sketch.stack.every(ServerBlock)
    for server in servers:
        sketch.add(MapNode(_id(server), "server", _name(server), _ports(server), (server.place,)))
    for upstream in upstreams:
        node = f"upstream:{upstream.path}:{upstream.name}"
        for one in upstream.servers:
            label = f":{one.port}" if one.port else ""
            label += " backup" * one.backup + " down" * one.down
            if one.address is None:
                continue
            reached = (
                [sketch.outside(one.address)]
                if one.address.startswith("unix:")
                else sketch.reach(one.address, one.port, upstream.path)
            )
            for target in reached:
                sketch.join(node, target, label.strip() or "hands on", one.place)
    for proxy in sketch.stack.every(Proxy):
        _join_proxy(sketch, proxy, upstreams, servers)


def _join_proxy(sketch: Sketch, proxy: Proxy, upstreams: Sequence[Upstream], servers: Sequence[ServerBlock]) -> None:
    source = _server_of(sketch, proxy, servers)
    if proxy.host is None:
        target = sketch.outside(proxy.target, "as written")
        sketch.join(source, target, proxy.location or proxy.protocol, proxy.place)
        return
    named = [one for one in upstreams if one.name == proxy.host]
    near = [one for one in named if one.group == _group_of(named, proxy.path)] or named
    port = f" :{proxy.port}" if proxy.port and not named else ""
    targets = [f"upstream:{one.path}:{one.name}" for one in near]
    for target in targets or sketch.reach(proxy.host, proxy.port, proxy.path):
        sketch.join(source, target, f"{proxy.location or proxy.protocol}{port}", proxy.place)


def _group_of(named: list[Upstream], path: str) -> str:
    """Return the folder of configurations, of those that hold an upstream, in which the file lies."""
    groups = [one.group for one in named if not one.group or path.startswith(f"{one.group}/")]
    return max(groups, key=len, default="-")


def _server_of(sketch: Sketch, proxy: Proxy, servers: Sequence[ServerBlock]) -> str:
    """Return the server that begins last before a location, or the file where it is a fragment."""
    before = [one for one in servers if one.path == proxy.path and one.place.span.start <= proxy.place.span.start]
    if before:
        return _id(max(before, key=lambda one: one.place.span.start))
    return sketch.add(MapNode(f"server:{proxy.path}", "server", proxy.path, "a fragment", (proxy.place,)))


def _id(server: ServerBlock) -> str:
    return f"server:{server.path}:{server.place.span.start}"


def _name(server: ServerBlock) -> str:
    return " ".join(server.names[:2]) or "default server"


def _ports(server: ServerBlock) -> str:
    ports = " ".join(f":{port}" for port in sorted(set(server.ports)))
    return f"{ports} TLS".strip() if server.ssl else ports
