"""What holds already is not written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `index` lines that are equal to the one that holds in the block around, in the same file."""
    config = document.model
    for directive in config.directives:
        if directive.name != "index" or not directive.known or directive.home.parent is None:
            continue
        force = config.in_force(directive.home.parent, "index")
        if not force.complete or len(force.directives) != 1:
            continue
        outer = force.directives[0]
        if outer.values() == directive.values() and outer.home.tree is config.tree:
            line = config.tree.source.position(outer.word.start).line
            related = (Related(outer.span, "this holds there too"),)
            yield Hit(directive.word.span, {"line": line}, related=related)
