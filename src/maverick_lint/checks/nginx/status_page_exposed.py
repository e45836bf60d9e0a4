"""The page of nginx's status is not for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.access import access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `stub_status` that every address may read."""
    config = document.model
    for directive in config.directives:
        if directive.name != "stub_status" or config.is_holed(directive.home):
            continue
        found = access(config, directive.home)
        whole = found.complete or _is_fragment(config, directive.home)
        internal = any(item.name == "internal" for item in config.statements(directive.home))
        server = next((s for s in config.servers if s.block is config.server_around(directive.home)), None)
        private = server is not None and bool(server.listens) and all(listen.private for listen in server.listens)
        if whole and found.open and not internal and not private:
            yield Hit(directive.word.span, case="allowed" if found.verdict() == "allowed" else "")


def _is_fragment(config: Config, block: Block) -> bool:
    """Say whether a block stands in a file that nothing includes and no server is in."""
    return not config.tree.templated and config.server_around(block) is None and not config.assembly.around(config.root)
