"""A check of the referrer is not passed by leaving it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `none` among valid referrers."""
    for directive in document.model.directives:
        if directive.name == "valid_referers":
            for word in directive.args:
                if word.text in ("none", "blocked"):
                    yield Hit(word.span, {"word": word.text}, case="" if word.text == "none" else "blocked")
                    break
