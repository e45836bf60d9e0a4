"""The nginx that is installed knows every directive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.table import table
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield directives that are newer than the version in the settings."""
    version = str(options["version"])
    installed = _numbers(version)
    if not installed:
        return
    since = table().since
    for directive in document.model.directives:
        first = since.get(directive.name)
        if first is not None and installed < _numbers(first) and directive.home.name not in FREE:
            yield Hit(directive.word.span, {"name": directive.name, "first": first, "version": version})


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers; () when it is none."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else ()
