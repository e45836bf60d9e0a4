"""compose/project-name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for a whole project without a name of its own."""
    model = document.model
    services = model.root.get("services") or model.root.get("include")
    if not model.fragment and services is not None and services.file.home and "name" not in model.root.entries():
        yield Hit(services.key_at)
