"""What is to be stapled can be fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_ADDRESS: Final = re.compile(r"https?://(?:\d+\.\d+\.\d+\.\d+|\[)")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `ssl_stapling on` without a resolver in force."""
    config = document.model
    seen: set[int] = set()
    for server in config.servers:
        if not server.ssl or server.holed:
            continue
        stapling = config.in_force(server.block, "ssl_stapling")
        if not stapling.directives or stapling.directives[0].first() != "on":
            continue
        directive = stapling.directives[0]
        if id(directive) in seen or directive.home.tree is not config.tree:
            continue
        known = [
            config.in_force(server.block, name) for name in ("resolver", "ssl_stapling_file", "ssl_stapling_responder")
        ]
        if not all(force.complete for force in known[:2]) or known[0].directives or known[1].directives:
            continue
        if not any(_ADDRESS.match(responder.first()) for responder in known[2].directives):
            seen.add(id(directive))
            yield Hit(directive.word.span)
