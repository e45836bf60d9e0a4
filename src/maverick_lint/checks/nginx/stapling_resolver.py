"""What is to be stapled can be fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._stapling import stapling
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
    for server, directive in stapling(config):
        if id(directive) in seen:
            continue
        known = [
            config.in_force(server.block, name) for name in ("resolver", "ssl_stapling_file", "ssl_stapling_responder")
        ]
        if not all(force.complete for force in known[:2]) or known[0].directives or known[1].directives:
            continue
        if not any(_ADDRESS.match(responder.first()) for responder in known[2].directives):
            seen.add(id(directive))
            yield Hit(directive.word.span)
