"""No server publishes the whole file system."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `root` and `alias` that are the root of the file system."""
    for directive in document.model.directives:
        if directive.name not in ("root", "alias") or not directive.known or not directive.first().startswith("/"):
            continue
        path = directive.first()
        location = directive.home.owner
        # An alias in an exact location or one of an expression is a single file; without a last slash it is a prefix.
        single = location is not None and location.first() in ("=", "~", "~*")
        if directive.name == "alias" and (single or not path.endswith("/")):
            continue
        if "$" not in path and posixpath.normpath(path).strip("/") == "":
            yield Hit(directive.args[0].span, {"name": directive.name})
