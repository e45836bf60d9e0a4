"""What visitors may send is limited by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._policy import application_proxies, shown
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield servers that hand requests on and say nowhere how much may be sent."""
    config = document.model
    told: set[int] = set()
    for proxied in application_proxies(config):
        block = proxied.directive.home
        around = config.server_around(block)
        server = config.server_of(around) if around is not None else None
        if server is None or id(server) in told or server.holed:
            continue
        told.add(id(server))
        if any(one.name == "client_max_body_size" for one in server.inner):
            continue
        force = config.in_force(block, "client_max_body_size")
        if force.complete and not force.directives:
            yield Hit(server.directive.word.span, {"target": shown(proxied)})
