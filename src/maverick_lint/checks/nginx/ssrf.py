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
            if _begins_with_slash(config, proxied, name):
                return ""
            for leaf in leaves(config, proxied.directive, name):
                if _CHOSEN.fullmatch(leaf.name) and leaf.can_hold("."):
                    return name if name == leaf.name else f"{name}, made from ${leaf.name}"
    return ""


def _begins_with_slash(config: Config, proxied: Proxied, name: str) -> bool:
    """Say whether every value of a variable begins a path, so that the host ends before it."""
    if name in _SLASHED:
        return True
    given = values(config, proxied.directive, name)
    return bool(given) and all(value.startswith(("/", "$request_uri", "http://", "https://")) for value in given or ())
