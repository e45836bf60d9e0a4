"""nginx starts with the OpenSSL that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield lists of groups with a post-quantum one that is not optional."""
    for directive in document.model.directives:
        if directive.name != "ssl_ecdh_curve" or not directive.args or not directive.known:
            continue
        for group in directive.first().split(":"):
            if ("mlkem" in group.lower() or "kyber" in group.lower()) and not group.startswith("?"):
                yield Hit(directive.args[0].span, {"group": group})
                break
