"""The server for unknown names is a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Listen, Server


_SEVERAL: Final = 2


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first `listen` of addresses that several servers share and none is the default of."""
    config = document.model
    shared: dict[str, list[tuple[Server, Listen | None]]] = {}
    held: set[tuple[str, int]] = set()
    for server in config.servers:
        if server.holed:
            return
        for listen in server.listens or (None,):
            key = _socket(listen)
            if key and (key, id(server)) not in held:
                held.add((key, id(server)))
                shared.setdefault(key, []).append((server, listen))
            elif key and listen is not None and _is_default(listen):
                shared[key].append((server, listen))
    for key, found in shared.items():
        if len({id(server) for server, _ in found}) < _SEVERAL or any(_is_default(one) for _, one in found if one):
            continue
        server, listen = found[0]
        at = server.directive.word.span if listen is None else listen.directive.target()
        if listen is None or listen.directive.home.tree is config.tree:
            yield Hit(at, {"count": len(found), "listen": key})


def _is_default(listen: Listen) -> bool:
    return bool(listen.parameters & {"default_server", "default"})


def _socket(listen: Listen | None) -> str:
    """Return the address as nginx compares it; "" for sockets and for what a template decides."""
    if listen is None:
        return "*:80"
    if not listen.port:
        return ""
    address = "*" if listen.address in ("", "*", "0.0.0.0") else listen.address  # noqa: S104 - it is compared
    address = "[::]" if address in ("[::0]", "[0:0:0:0:0:0:0:0]") else address
    return f"{address}:{listen.port}" + (" (UDP)" if "quic" in listen.parameters else "")
