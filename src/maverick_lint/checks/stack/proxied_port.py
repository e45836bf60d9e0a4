"""stack/proxied-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.joints import LOCAL, deaf, project_names
from maverick_lint.stack.mounted import readers, runs_unchanged
from maverick_lint.stack.near_names import NearNames
from maverick_lint.stack.services import services_at, services_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_IMAGES: Final = ("nginx", "nginx-unprivileged")
_LIKE: Final = 0.75


@record
class _Target:
    path: str
    place: Place
    host: str
    port: int
    proxied: bool = False


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
        elif target.host not in LOCAL:
            hit = _unknown(stack, target)
            if hit is not None:
                yield hit


def _unknown(stack: Stack, target: _Target) -> Hit | None:
    """Return a hit for a name that is nearly that of an upstream or of a service, and is neither itself."""
    host = target.host.lower()
    if "." in host or "$" in host or services_at(stack, host, target.path):
        return None
    known, near = _upstreams(stack)
    what = "upstream"
    close = near.close(host, _LIKE) if target.proxied else ""
    if not close:
        what = "service"
        for service in readers(stack, target.path, *_IMAGES):
            names = project_names(stack, service.project)
            if names is None or host in names:
                return None
            places = {one.name: one.place for one in services_of(stack, service.project)}
            known = {name: places[name] for name in names if name in places}
            close = NearNames(known).close(host, _LIKE)
    if not close:
        return None
    values: dict[str, Value] = {"host": target.host, "what": what, "near": close}
    return Hit(target.place, values, "unknown", (Related(known[close], f"{what} `{close}`"),))


def _upstreams(stack: Stack) -> tuple[dict[str, Place], NearNames]:
    known = stack.memo.get("upstreams-by-name")
    if isinstance(known, tuple):
        return known
    places = {one.name: one.place for one in reversed(stack.every(Upstream))}
    found = stack.memo["upstreams-by-name"] = (places, NearNames(places))
    return found


def _targets(stack: Stack) -> Iterator[_Target]:
    upstreams = stack.every(Upstream)
    for upstream in upstreams:
        for server in upstream.servers:
            if server.address and server.port and not server.down:
                yield _Target(upstream.path, server.place, server.address, server.port)
    names = {upstream.name for upstream in upstreams}
    for proxy in stack.every(Proxy):
        if proxy.host and proxy.port and proxy.host not in names:
            yield _Target(proxy.path, proxy.place, proxy.host, proxy.port, proxied=True)


def _served(stack: Stack, target: _Target) -> bool:
    """Say whether nginx itself may listen on the port."""
    known = stack.memo.get("ports-of-servers")
    if not isinstance(known, frozenset):
        servers = stack.every(ServerBlock)
        known = frozenset(port for server in servers for port in server.ports or (0,))
        stack.memo["ports-of-servers"] = known
    return 0 in known or target.port in known
