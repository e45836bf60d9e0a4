"""Named locations exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Server


_NAMING: Final = ("error_page", "try_files")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the names of locations that the server around does not have."""
    config = document.model
    by_block = {id(server.block): server for server in config.servers}
    for directive in config.directives:
        if directive.name not in _NAMING or not directive.args or not directive.args[-1].text.startswith("@"):
            continue
        word = directive.args[-1]
        around = config.server_around(directive.home)
        server = by_block.get(id(around)) if around is not None else None
        if server is None or not word.known or "$" in word.text or _is_open(config, server):
            continue
        if all(location.first() != word.text for location in server.locations):
            yield Hit(word.span, {"name": word.text})


def _is_open(config: Config, server: Server) -> bool:
    return server.holed or any(d.block is not None and config.is_holed(d.block) for d in server.inner)
