"""Folders are not listed for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.access import access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `autoindex on` where strangers come in."""
    config = document.model
    for directive in config.directives:
        if directive.name != "autoindex" or directive.first() != "on":
            continue
        found = access(config, directive.home)
        around = config.server_around(directive.home)
        server = config.server_of(around) if around is not None else None
        private = server is not None and bool(server.listens) and all(one.private for one in server.listens)
        guarded = found.passwords or found.verdict() == "denied" or bool(found.rules)
        if found.complete and not guarded and not private:
            yield Hit(directive.word.span)
