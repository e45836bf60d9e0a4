"""Only certificates with an OCSP server are stapled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._stapling import stapling
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `ssl_stapling on` that is in force beside a certificate of Let's Encrypt."""
    config = document.model
    seen: set[int] = set()
    for server, directive in stapling(config):
        if id(directive) in seen:
            continue
        certificates = config.in_force(server.block, "ssl_certificate").directives
        if any("/letsencrypt/" in certificate.first() for certificate in certificates):
            seen.add(id(directive))
            yield Hit(directive.word.span)
