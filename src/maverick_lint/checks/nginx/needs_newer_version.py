"""The nginx that is installed knows every directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.table import table
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

_PARTS: Final = 3


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield directives that are newer than the version in the settings, or in the tag of the image."""
    config = document.model
    version = str(options["version"]) or config.version
    installed = _numbers(version)
    if not installed:
        return
    # A tag such as 1.25 is the newest release of its line.
    newest = (*installed, *(1 << 20,) * (_PARTS - len(installed)))
    source = "the settings name" if options["version"] else "the image has"
    since = table().since
    for directive in config.directives:
        first = since.get(directive.name)
        if first is not None and newest < _numbers(first) and directive.home.name not in FREE:
            yield Hit(
                directive.word.span, {"name": directive.name, "first": first, "version": version, "source": source}
            )


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers; () when it is none."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else ()
