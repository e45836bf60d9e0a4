"""Browsers are told to stay with TLS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_HEADER: Final = "strict-transport-security"
_SECONDS: Final = re.compile(r"max-age=\"?(\d+)", re.IGNORECASE)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield servers with TLS without the header, and headers that hold for a short time."""
    config = document.model
    least = int(options["least-seconds"])
    for directive in config.directives:
        if directive.name == "add_header" and directive.first().lower() == _HEADER and directive.args[1:2]:
            match = _SECONDS.search(directive.args[1].text)
            if match is not None and 0 < int(match[1][:12]) < least:
                yield Hit(directive.args[1].span, {"seconds": match[1]}, case="short")
    for server in config.servers:
        if not server.ssl or server.holed or config.value(server.block, "ssl_reject_handshake") == "on":
            continue
        found = [config.in_force(server.block, name) for name in ("add_header", "more_set_headers", "security_headers")]
        if not all(force.complete for force in found) or found[2].directives:
            continue
        sent = any(item.first().lower().startswith(_HEADER) for force in found for item in force.directives)
        inner = any(item.args and item.first().lower().startswith(_HEADER) for item in server.inner)
        listen = next((one for one in server.listens if "ssl" in one.parameters), None)
        if not sent and not inner and listen is not None and listen.directive.home.tree is config.tree:
            yield Hit(next(word for word in listen.directive.args if word.text == "ssl").span)
