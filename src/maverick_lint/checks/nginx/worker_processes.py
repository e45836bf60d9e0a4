"""All processors work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the http block of a whole configuration that does not say how many workers run."""
    config = document.model
    http = next((d for d in config.root.directives if d.name == "http" and d.block is not None), None)
    if http is None or config.is_holed(config.root):
        return
    names = {directive.name for directive in config.statements(config.root)}
    if "events" in names and "worker_processes" not in names:
        yield Hit(http.word.span)
