"""Addresses are checked before an answer is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `return` in blocks with `allow` or `deny`: it answers before they are asked."""
    config = document.model
    for directive in config.directives:
        if directive.name == "return" and directive.home.name in ("location", "server"):
            rule = next((item for item in config.statements(directive.home) if item.name in ("allow", "deny")), None)
            if rule is not None and not directive.first().startswith("4"):
                yield Hit(directive.word.span, {"name": rule.name})
