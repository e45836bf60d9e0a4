"""A block with a header of its own keeps the security headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_SECURITY: Final = frozenset(
    {
        *("strict-transport-security", "content-security-policy", "x-frame-options", "x-content-type-options"),
        *("referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-embedder-policy"),
        *("cross-origin-resource-policy", "x-xss-protection"),
    }
)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield blocks whose own `add_header` drops a security header of the block around."""
    config = document.model
    seen: set[int] = set()
    for directive in config.directives:
        block = directive.home
        if directive.name != "add_header" or id(block) in seen:
            continue
        seen.add(id(block))
        own = config.in_force(block, "add_header")
        if not own.complete or config.value(block, "add_header_inherit") != "":
            continue
        names = {item.first().lower() for item in own.directives}
        outer = [
            item
            for around in config.assembly.around(block)
            for item in config.in_force(around, "add_header").directives
        ]
        lost = [item for item in outer if item.known and item.first().lower() in _SECURITY - names]
        if lost and directive in own.directives:
            related = tuple(Related(item.word.span, "lost here") for item in lost if item.home.tree is config.tree)
            values = {"lost": ", ".join(dict.fromkeys(item.first() for item in lost))}
            yield Hit(directive.word.span, values, related=related)
