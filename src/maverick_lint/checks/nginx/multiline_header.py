"""A header is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_VALUES: Final = {"add_header": 1, "add_trailer": 1, "proxy_set_header": 1, "more_set_headers": 0}


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the values of headers that hold a line break."""
    for directive in document.model.directives:
        first = _VALUES.get(directive.name)
        if first is None:
            continue
        for before, word in zip((None, *directive.args), directive.args, strict=False):
            if word in directive.args[:first] or (before is not None and before.text in ("-s", "-t")):
                continue
            if word.quote and ("\n" in word.text or "\r" in word.text):
                header = directive.first().partition(":")[0] if first == 0 else directive.first()
                yield Hit(word.span, {"header": header.strip()})
