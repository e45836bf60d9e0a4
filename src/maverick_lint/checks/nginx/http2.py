"""A server with TLS speaks HTTP/2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

# `http2 on;` is known since this release (nginx.org/en/docs/http/ngx_http_v2_module.html).
_DIRECTIVE: Final = (1, 25, 1)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first `listen ... ssl` of servers without HTTP/2.

    The `http2` parameter of `listen` belongs to the address, so one server of the file gives it to the others.
    """
    config = document.model
    shared = {
        (listen.address, listen.port)
        for server in config.servers
        for listen in server.listens
        if "http2" in listen.parameters
    }
    for server in config.servers:
        encrypted = [
            listen
            for listen in server.listens
            if "ssl" in listen.parameters and (listen.address, listen.port) not in shared
        ]
        if not encrypted or server.holed:
            continue
        if config.value(server.block, "http2") == "" and config.value(server.block, "ssl_reject_handshake") == "":
            word = next(argument for argument in encrypted[0].directive.args if argument.text == "ssl")
            if encrypted[0].directive.home.tree is config.tree:
                yield Hit(word.span, {"listen": encrypted[0].directive.first()}, case=_spelling(config.version))
        elif config.value(server.block, "http2") == "off":
            switch = config.in_force(server.block, "http2").directives[0]
            if switch.home.tree is config.tree:
                yield Hit(switch.target(), {"listen": encrypted[0].directive.first()}, case="off")


def _spelling(version: str) -> str:
    """Return the case of the message for a version: its spelling, both where the version is not known."""
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    if len(numbers) < 2:  # noqa: PLR2004 - major and minor
        return ""
    # A tag such as 1.25 stands for its latest release.
    return "directive" if numbers >= _DIRECTIVE[: len(numbers)] else "parameter"
