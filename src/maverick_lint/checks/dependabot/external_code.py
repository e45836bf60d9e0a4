"""dependabot/external-code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Dependabot


def check(document: Document[Dependabot], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where packages may run code while Dependabot updates them."""
    for update in document.model.updates:
        node = update.get("insecure-external-code-execution")
        if node is not None and node.text == "allow":
            yield Hit(node, {})
