"""The status page is not for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `stub_status` that every address may read."""
    config = document.model
    for directive in config.directives:
        if directive.name != "stub_status" or _is_guarded(config, directive):
            continue
        server = next((s for s in config.servers if s.block is config.server_around(directive.home)), None)
        if server is not None and not (server.listens and all(listen.private for listen in server.listens)):
            yield Hit(directive.word.span)


def _is_guarded(config: Config, directive: Directive) -> bool:
    """Say whether addresses, a password or a subrequest guard a statement, or may do so."""
    for name in ("deny", "auth_basic", "auth_request", "internal"):
        force = config.in_force(directive.home, name)
        if force.directives or not force.complete:
            return True
    return False
