"""No visitor chooses the host that requests are sent to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._policy import is_inner
from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.origins import leaves, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied


# What a visitor writes as he likes.
_CHOSEN: Final = re.compile(r"(?:arg|http|cookie)_\w+|args|query_string|uri|document_uri|request_body|host")
_PIECE: Final = re.compile(r"\$\{(\w+)\}|\$(\w+)|([^$]+)")
_ENDS: Final = ("/", "?", "$request_uri", "http://", "https://")
_SLASHED: Final = frozenset({"request_uri", "uri", "document_uri"})


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield targets whose scheme or host holds a variable that the visitor sets."""
    config = document.model
    for proxied in config.proxied:
        if not proxied.target.known or "$" not in proxied.target.text:
            continue
        location = proxied.location
        if location is not None and is_inner(location, config):
            continue
        variable = _chosen(config, proxied)
        if variable:
            yield Hit(proxied.target.span, {"variable": variable})


def _chosen(config: Config, proxied: Proxied) -> str:
    """Return the variable before the path of a target that the visitor sets; "" where there is none."""
    scheme, separator, rest = proxied.target.text.partition("://")
    for text in (scheme, rest) if separator else (scheme,):
        for match in _PIECE.finditer(text):
            literal = match[3]
            if literal is not None:
                if "/" in literal:
                    return ""
                continue
            name = (match[1] or match[2]).lower()
            ending = _ends_host(config, proxied, name)
            if ending == "always":
                return ""
            if ending == "or empty":
                continue
            for leaf in leaves(config, proxied.directive, name):
                if _CHOSEN.fullmatch(leaf.name) and leaf.can_hold("."):
                    return name if name == leaf.name else f"{name}, made from ${leaf.name}"
    return ""


def _ends_host(config: Config, proxied: Proxied, name: str) -> str:
    """Say whether every value of a variable begins a path or a query, so that the host ends before it."""
    if name in _SLASHED:
        return "always"
    given = values(config, proxied.directive, name)
    if not given or not all(not value or value.startswith(_ENDS) for value in given):
        return ""
    return "always" if all(given) else "or empty"
