"""stack/proxied-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.joints import LOCAL, deaf
from maverick_lint.stack.mounted import readers, runs_unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_IMAGES: Final = ("nginx", "nginx-unprivileged")


@record
class _Target:
    path: str
    place: Place
    host: str
    port: int


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address that nginx hands requests to and nothing listens on."""
    for target in _targets(stack):
        shown = f"{target.host}:{target.port}"
        found = deaf(stack, target.host, target.port, target.path)
        if found is not None:
            values: dict[str, Value] = {
                "address": shown, "port": target.port, "service": found.service.name,
                "ports": found.listening.shown, "hint": found.hint,
            }  # fmt: skip
            yield Hit(target.place, values, related=found.related)
        elif target.host in LOCAL and not _served(stack, target):
            inside = [s for s in readers(stack, target.path, *_IMAGES) if runs_unchanged(stack, s)]
            if inside and all(service.network_mode == "" and service.complete for service in inside):
                service = inside[0]
                yield Hit(
                    target.place,
                    {"address": shown, "service": service.name},
                    "local",
                    (Related(service.place, f"service `{service.name}` runs this nginx"),),
                )


def _targets(stack: Stack) -> Iterator[_Target]:
    upstreams = stack.every(Upstream)
    for upstream in upstreams:
        for server in upstream.servers:
            if server.address and server.port and not server.down:
                yield _Target(upstream.path, server.place, server.address, server.port)
    names = {upstream.name for upstream in upstreams}
    for proxy in stack.every(Proxy):
        if proxy.host and proxy.port and proxy.host not in names:
            yield _Target(proxy.path, proxy.place, proxy.host, proxy.port)


def _served(stack: Stack, target: _Target) -> bool:
    """Say whether nginx itself may listen on the port."""
    return any(not server.ports or target.port in server.ports for server in stack.every(ServerBlock))
