"""A proxied location bounds how long it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._policy import application_proxies, shown
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

_TIMEOUTS: Final = ("proxy_connect_timeout", "proxy_send_timeout", "proxy_read_timeout")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `proxy_pass` targets for which a timeout is not in force."""
    config = document.model
    for proxied in application_proxies(config):
        absent = [name for name in _TIMEOUTS if config.value(proxied.block, name) == ""]
        if absent:
            yield Hit(
                proxied.target.span, {"location": shown(proxied), "absent": ", ".join(f"`{name}`" for name in absent)}
            )
