"""A proxied location names an upstream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._policy import application_proxies, shown, upstream_names
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `proxy_pass` targets that are a host of their own instead of an upstream."""
    config = document.model
    names: frozenset[str] | None = None
    for proxied in application_proxies(config):
        if not proxied.host or proxied.host.startswith("unix:"):
            continue
        names = upstream_names(config) if names is None else names
        if proxied.host.lower() not in names and not proxied.rest.startswith(":"):
            target = f"{proxied.host}:{proxied.port}" if proxied.port else proxied.host
            yield Hit(proxied.target.span, {"location": shown(proxied), "target": target})
