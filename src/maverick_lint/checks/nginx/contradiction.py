"""Directives that nginx refuses beside each other, and names that nothing defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.relations import clashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield what nginx refuses though each directive for itself is right."""
    if document.model.tree.templated:
        return
    for clash in clashes(document.model):
        yield Hit(clash.word.span, clash.values, case=clash.case)
