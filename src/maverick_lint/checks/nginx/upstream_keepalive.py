"""Connections to the application are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

# CHANGES of nginx 1.29.7: `keepalive` of upstreams is on, and requests to applications are of HTTP/1.1.
_KEEPING: Final = (1, 29, 7)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield upstreams of HTTP without `keepalive`, and requests to those with it that close the connection."""
    config = document.model
    version = str(options["version"]) or config.version
    if tuple(int(part) for part in version.split(".") if part.isdigit()) >= _KEEPING:
        return
    proxies = [one for one in config.proxied if one.directive.name == "proxy_pass" and one.host]
    for upstream in config.upstreams:
        users = [one for one in proxies if one.host.lower() == upstream.name.lower()]
        block = upstream.directive.block
        if upstream.kind != "http" or upstream.holed or not users or block is None:
            continue
        if not any(one.name in ("keepalive", "include") for one in block.directives):
            yield Hit(upstream.word.span, {"upstream": upstream.name})
            continue
        for user in users:
            force = config.in_force(user.block, "proxy_http_version")
            if force.complete and not force.directives:
                yield Hit(user.directive.word.span, {"upstream": upstream.name}, case="version")
