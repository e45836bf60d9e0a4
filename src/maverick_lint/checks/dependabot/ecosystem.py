"""dependabot/ecosystem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.dependabot import as_of, ecosystems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Dependabot


def check(document: Document[Dependabot], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each ecosystem that is none of those of the table."""
    known = ecosystems()
    for update in document.model.updates:
        node = update.get("package-ecosystem")
        if node is None or not node.text or node.text in known or "{" in node.raw or "$" in node.raw:
            continue
        near = close_matches(node.text.lower(), known, 1, 0.7)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        yield Hit(node, {"name": node.text, "as_of": as_of(), "hint": hint})
