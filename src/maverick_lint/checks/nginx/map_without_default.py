"""A map says what holds for all other values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield maps of two and more entries, and geo blocks, without a default."""
    for directive in document.model.directives:
        if directive.name not in ("map", "geo") or directive.block is None or directive.block.holed:
            continue
        entries = [
            entry
            for entry in directive.block.directives
            if entry.name not in ("volatile", "hostnames", "proxy", "ranges")
        ]
        known = any(entry.name in ("default", "include", "0.0.0.0/0") for entry in entries)
        if len(entries) > (directive.name == "map") and not known:
            yield Hit(
                directive.word.span,
                {"name": directive.name, "variable": directive.args[-1].text if directive.args else ""},
            )
