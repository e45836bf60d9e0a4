"""PHP does not tell its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield what hands requests to PHP and passes its header on."""
    config = document.model
    for directive in config.directives:
        location = directive.home.owner
        if directive.name != "fastcgi_pass" or location is None or not directive.known:
            continue
        if not any("php" in word.text.lower() for word in (*location.args, *directive.args)):
            continue
        hidden = config.in_force(directive.home, "fastcgi_hide_header")
        given = config.in_force(directive.home, "fastcgi_param")
        if not hidden.complete or config.is_holed(directive.home):
            continue
        names = {one.first().lower() for one in hidden.directives}
        if "x-powered-by" not in names and not any("expose_php" in " ".join(one.values()) for one in given.directives):
            yield Hit(directive.word.span)
