"""An `if` in a location does nothing but redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


# `return`, `rewrite`, `set` and `break` work there; settings that are only looked up do too.
_UNSAFE: Final = frozenset(
    {
        "proxy_pass",
        "fastcgi_pass",
        "uwsgi_pass",
        "grpc_pass",
        "scgi_pass",
        "memcached_pass",
        "try_files",
        "add_header",
        "root",
    }
    | {"alias", "proxy_set_header", "error_page", "expires"}
)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield what stands in the `if` of a location and does not work there as it reads."""
    for directive in document.model.directives:
        block = directive.home
        outer = block.owner.home if block.owner is not None and block.name == "if" else None
        if outer is None or outer.name != "location":
            continue
        if directive.name in _UNSAFE:
            yield Hit(directive.word.span, {"name": directive.name})
        elif directive.name == "rewrite" and directive.args[2:3] and directive.args[2].text == "break":
            yield Hit(directive.args[2].span, case="break")
