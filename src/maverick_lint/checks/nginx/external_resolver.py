"""Names are resolved by a server of our own network."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_ADDRESS: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\]")


def is_public(text: str) -> bool:
    """Say whether an address, with or without a port, is one of the internet."""
    match = _ADDRESS.match(text)
    try:
        return match is not None and ipaddress.ip_address(match[0].strip("[]")).is_global
    except ValueError:
        return False


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield public addresses among the resolvers."""
    for directive in document.model.directives:
        if directive.name != "resolver":
            continue
        for word in directive.args:
            if word.known and _ADDRESS.match(word.text) and is_public(word.text):
                yield Hit(word.span, {"address": word.text})
