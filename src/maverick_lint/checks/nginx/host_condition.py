"""Names are told apart by server blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_WORDS: Final = 3
_HOSTS: Final = frozenset({"($host", "($http_host", "($server_name"})


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield conditions over the host of a server that answer for one name."""
    config = document.model
    text = config.tree.source.text
    for directive in config.directives:
        words = directive.args
        if directive.name != "if" or directive.home.name != "server" or len(words) < _WORDS or not directive.known:
            continue
        name = words[2].text.removesuffix(")")
        if words[0].text not in _HOSTS or words[1].text not in ("=", "~", "~*") or not name or directive.block is None:
            continue
        following = text[directive.end : directive.end + 60].partition("\n")[0]
        answers = any(one.name in ("return", "rewrite") for one in directive.block.directives)
        if answers and "managed by Certbot" not in following:
            prefix = "" if words[1].text == "=" else "~"
            yield Hit(words[0].span, {"name": prefix + name})
