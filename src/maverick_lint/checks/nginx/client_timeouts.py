"""Visitors that send slowly are given up in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._policy import application_proxies
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

_TIMEOUTS: Final = ("client_header_timeout", "client_body_timeout")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield public servers that hand requests on and limit neither the time of their head nor of their body."""
    config = document.model
    told: set[int] = set()
    for proxied in application_proxies(config):
        around = config.server_around(proxied.block)
        server = config.server_of(around) if around is not None else None
        if server is None or id(server) in told:
            continue
        told.add(id(server))
        if server.listens and all(listen.private for listen in server.listens):
            continue
        forces = {name: config.in_force(server.block, name) for name in _TIMEOUTS}
        absent = [name for name, force in forces.items() if force.complete and not force.directives]
        if absent and not any(one.name in absent for one in server.inner):
            yield Hit(server.directive.word.span, {"absent": " and ".join(f"`{name}`" for name in absent)})
