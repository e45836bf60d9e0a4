"""What redirects everything is a `return`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_TARGET: Final = 1
_EVERYTHING: Final = frozenset(
    {"^", "^/", "^(.*)$", "^(.*)", "(.*)", "^/(.*)$", "^/(.*)", "/(.*)", "^/?(.*)$", ".*", "^.*$", "^.*", "^(.+)$"}
)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield rewrites that match every path and lead to another address."""
    for directive in document.model.directives:
        words = directive.args
        if directive.name != "rewrite" or len(words) < _TARGET + 1 or not directive.known:
            continue
        target = words[_TARGET].text
        flag = words[-1].text if len(words) > _TARGET + 1 else ""
        if words[0].text in _EVERYTHING and target.startswith(("http://", "https://", "$scheme://")):
            host, captured = re.subn(r"/?\$(?:1|uri|request_uri)/?\??$", "", target)
            whole = f"{host}$request_uri" if captured else target.removesuffix("?")
            values = {"code": "301" if flag == "permanent" else "302", "target": whole}
            yield Hit(directive.word.span, values)
