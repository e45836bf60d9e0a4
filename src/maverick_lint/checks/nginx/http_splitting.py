"""No decoded path of a visitor gets into a header or an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive, Word


_DECODED: Final = re.compile(r"\$\{?(uri|document_uri)\b")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `$uri` and `$document_uri` where a line break in them ends a header."""
    for directive in document.model.directives:
        for word in _words(directive):
            match = _DECODED.search(word.text)
            if match is not None and word.known:
                yield Hit(word.span, {"variable": match[1], "name": directive.name})


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
