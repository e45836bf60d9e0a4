"""No visitor chooses the host that requests are sent to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._policy import is_inner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_CHOSEN: Final = re.compile(r"^[^$]*\$\{?(arg_\w+|http_\w+|cookie_\w+|host|\d)\b")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `proxy_pass` targets whose scheme or host holds a variable that the visitor sets."""
    config = document.model
    for proxied in config.proxied:
        if proxied.directive.name != "proxy_pass" or not proxied.target.known:
            continue
        location = proxied.location
        if location is not None and is_inner(location, config):
            continue
        authority = proxied.target.text.partition("://")[2].partition("/")[0] or proxied.target.text.partition("/")[0]
        match = _CHOSEN.search(authority)
        if match is not None:
            yield Hit(proxied.target.span, {"variable": match[1]})
