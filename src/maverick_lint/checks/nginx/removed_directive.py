"""No directive that nginx has given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.context import HTTP, SERVER
from maverick_lint.formats.nginx.newer import IGNORED, REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield directives that newer versions of nginx refuse or pass over, with what to write instead."""
    config = document.model
    for directive in config.directives:
        case = "ignored" if directive.name in IGNORED else ""
        known = (IGNORED if case else REMOVED).get(directive.name)
        if known is not None and config.contexts(directive.home) & {HTTP, SERVER}:
            version, instead = known
            values = {"name": directive.name, "version": version, "instead": instead}
            yield Hit(directive.word.span, values, case=case)
