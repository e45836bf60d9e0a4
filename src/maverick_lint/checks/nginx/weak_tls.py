"""TLS uses versions and ciphers that are not broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.context import HTTP, LOCATION, SERVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_HTTP: Final = frozenset({HTTP, SERVER, LOCATION})
_NAMES: Final = frozenset({"ssl_protocols", "proxy_ssl_protocols", "ssl_ciphers"})
_OLD: Final = frozenset({"SSLv2", "SSLv3", "TLSv1", "TLSv1.1"})
_WEAK: Final = frozenset(
    {
        "NULL",
        "aNULL",
        "eNULL",
        "EXPORT",
        "EXP",
        "LOW",
        "RC4",
        "RC2",
        "DES",
        "3DES",
        "CBC3",
        "MD5",
        "ADH",
        "AECDH",
        "PSK",
        "SEED",
    }
)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield old versions of TLS and broken ciphers."""
    config = document.model
    for directive in config.directives:
        # A mail server serves clients that would else speak no TLS at all; a template chooses among branches.
        if directive.name not in _NAMES or directive.home.holed or not config.contexts(directive.home) & _HTTP:
            continue
        if directive.name != "ssl_ciphers":
            old = [word for word in directive.args if word.text in _OLD]
            if old:
                verb = "have known faults" if len(old) > 1 else "has known faults"
                yield Hit(old[0].span, {"name": " and ".join(word.text for word in old), "verb": verb})
        elif directive.args and directive.known:
            parts = directive.first().replace(",", ":").replace(" ", ":").split(":")
            weak = [
                part for part in parts if not part.startswith(("!", "-")) and _WEAK & set(part.lstrip("+").split("-"))
            ]
            if weak:
                yield Hit(directive.args[0].span, {"name": ", ".join(weak[:4])}, case="cipher")
