"""Errors are logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `error_log off`, which logs to a file called off."""
    for directive in document.model.directives:
        if directive.name == "error_log" and directive.first() == "off":
            yield Hit(directive.args[0].span)
