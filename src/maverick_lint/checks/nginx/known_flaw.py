"""The nginx that is installed has no known flaw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.flaws import flaws_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.flaws import Flaw
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive, Word


# By what a flaw is in: the parameter of `listen` that switches it on.
_SWITCHES: Final = {"http3": "quic", "http2": "http2"}


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield the first line of a file that uses what has a flaw in the installed version."""
    config = document.model
    version = str(options["version"]) or config.version
    by_use: dict[str, list[Flaw]] = {}
    for flaw in flaws_of(version) if version else ():
        if flaw.use:
            by_use.setdefault(flaw.use, []).append(flaw)
    for use, found in by_use.items():
        word = next((word for directive in config.directives if (word := _used(directive, use)) is not None), None)
        if word is not None:
            values = {
                "version": version,
                "numbers": ", ".join(flaw.number for flaw in found),
                "repaired": found[0].repaired,
            }
            yield Hit(word.span, values)


def _used(directive: Directive, use: str) -> Word | None:
    """Return the word of a directive that switches something on; None where it does not."""
    if use in _SWITCHES:
        if directive.name == "listen":
            return next((word for word in directive.args if word.text == _SWITCHES[use]), None)
        return directive.word if directive.name == use and directive.first() == "on" else None
    if use == "=https":
        return (
            directive.args[0] if directive.name == "proxy_pass" and directive.first().startswith("https://") else None
        )
    if use == "=headers":
        return directive.word if directive.name == "ignore_invalid_headers" and directive.first() == "off" else None
    if use == "=client":
        return directive.word if directive.name == "ssl_verify_client" and directive.first() != "off" else None
    return directive.word if directive.name in use.split() and directive.first() != "off" else None
