"""What may be given once, and is given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.nginx.once import duplicates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the second of two directives, locations, default servers or map keys that exclude each other."""
    config = document.model
    if config.tree.templated:
        return
    for double in duplicates(config):
        first = double.first
        tree = first.home.tree
        own = tree is config.tree
        where = f"line {tree.source.position(first.word.start).line}" + ("" if own else f" of {tree.path}")
        yield Hit(
            double.word.span,
            {"what": double.what, "where": where},
            case=double.case,
            related=(Related(first.word.span, "the first one"),) if own else (),
        )
