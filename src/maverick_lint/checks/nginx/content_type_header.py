"""An answer names its content type once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block


_HIDING: Final = (
    *("proxy_hide_header", "fastcgi_hide_header", "uwsgi_hide_header", "scgi_hide_header", "grpc_hide_header"),
    "more_clear_headers",
)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield headers that set Content-Type, where nothing hides the one that is there."""
    config = document.model
    for directive in config.directives:
        if not directive.args or not directive.known:
            continue
        name = directive.first().lower()
        adds = directive.name == "add_header" and name == "content-type"
        sets = directive.name == "more_set_headers" and name.partition(":")[0].strip() == "content-type"
        if sets or (adds and not _is_hidden(config, directive.home)):
            yield Hit(directive.args[0].span)


def _is_hidden(config: Config, block: Block) -> bool:
    for name in _HIDING:
        force = config.in_force(block, name)
        if any(directive.first().lower() == "content-type" for directive in force.directives):
            return True
    return False
