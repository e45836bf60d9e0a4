"""The application gets a host name that nginx has checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_SENT: Final = re.compile(r"\$\{?((?:http|arg|cookie)_\w+)\b", re.IGNORECASE)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `Host` headers that repeat what the visitor sent."""
    for directive in document.model.directives:
        if directive.name == "proxy_set_header" and len(directive.args) > 1 and directive.first().lower() == "host":
            word = directive.args[1]
            match = _SENT.search(word.text)
            if match is not None:
                yield Hit(word.span, {"variable": match[1]})
