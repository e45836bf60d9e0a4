"""Connections live long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


# The default since 1.19.10.
_FEW: Final = 1000


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield low limits of requests for a connection of clients."""
    for directive in document.model.directives:
        value = directive.first()
        if directive.name != "keepalive_requests" or directive.home.name == "upstream" or not value.isdigit():
            continue
        if int(value[:9]) < _FEW:
            yield Hit(directive.args[0].span, {"value": value})
