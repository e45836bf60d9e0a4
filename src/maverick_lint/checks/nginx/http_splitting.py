"""No decoded path of a visitor gets into a header or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.origins import leaves, variables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive, Word


# nginx decodes them: %0a is a line break there.
_DECODED: Final = frozenset({"uri", "document_uri"})
# Without one of these in any configuration no variable comes of a decoded path: it is named, or captured.
_COMING: Final = (
    *("$uri", "${uri", "$document_uri", "${document_uri", "$URI", "${URI", "$DOCUMENT_URI", "(?<", "(?P<", "(?'"),
    *(f"${digit}" for digit in range(1, 10)),
    *(f"${{{digit}" for digit in range(1, 10)),
)
_REQUEST: Final = frozenset({"proxy_set_header", "proxy_pass"})


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield variables that can hold a line break, where one ends a header or the line of a request."""
    config = document.model
    if not config.assembly.speaks_of(*_COMING):
        return
    for directive in config.directives:
        for word in _words(directive):
            if not word.known or "$" not in word.text:
                continue
            # A carriage return alone ends a header for some browsers, but no request line.
            breaks = "\n" if directive.name in _REQUEST else "\r\n"
            for name in dict.fromkeys(variables_in(word.text)):
                if any(
                    leaf.name in _DECODED and not leaf.escaped and any(leaf.can_hold(one) for one in breaks)
                    for leaf in leaves(config, directive, name)
                ):
                    yield Hit(word.span, {"variable": name, "name": directive.name})
                    break


def _words(directive: Directive) -> list[Word]:
    """Return the words that become a header or the address of a request."""
    words = directive.args
    if directive.name in ("add_header", "proxy_set_header"):
        return words[1:]
    if directive.name == "return" and words:
        return words if words[0].text.startswith(("3", "http")) else []
    if directive.name == "rewrite" and len(words) > 1:
        redirects = words[-1].text in ("redirect", "permanent") or words[1].text.startswith(("http://", "https://"))
        return words[1:2] if redirects else []
    return words if directive.name == "proxy_pass" else []
