"""Files are not looked for at each request anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `try_files` with names of visitors where no cache of open files is in force."""
    config = document.model
    for directive in config.directives:
        if directive.name == "try_files" and any("$" in word.text for word in directive.args):
            cached = config.in_force(directive.home, "open_file_cache").directives
            if all(item.first() == "off" for item in cached):
                yield Hit(directive.word.span)
