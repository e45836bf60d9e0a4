"""When the application is down, visitors see a maintenance page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied

_GATEWAY: Final = frozenset({"502", "503", "504"})
_WITH_MAINTENANCE: Final = 2


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield upstreams of HTTP that end in an error of nginx's own when all their servers fail."""
    config = document.model
    for upstream in config.upstreams:
        if upstream.kind != "http" or upstream.holed or not upstream.members:
            continue
        users = [proxied for proxied in config.proxied if proxied.host.lower() == upstream.name.lower()]
        if len(upstream.backups) < _WITH_MAINTENANCE and users and not any(_has_page(config, user) for user in users):
            yield Hit(upstream.word.span, {"upstream": upstream.name})


def _has_page(config: Config, proxied: Proxied) -> bool:
    """Say whether an error page is in force for a gateway error, or may be."""
    force = config.in_force(proxied.block, "error_page")
    return not force.complete or any(_GATEWAY & set(directive.values()) for directive in force.directives)
