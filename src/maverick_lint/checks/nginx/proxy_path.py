"""The application gets the path that nginx checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.origins import leaves, variables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied
    from maverick_lint.formats.nginx.tree import Directive


_PATH: Final = re.compile(r"/.*|\$(?:\{?(?:\d|\w*uri|p\w*|\w*path\w*)\b).*", re.DOTALL)
_DECODED: Final = frozenset({"uri", "document_uri"})


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield targets whose path differs from the one that nginx matched."""
    config = document.model
    for proxied in config.proxied:
        if proxied.directive.name != "proxy_pass" or not proxied.target.known:
            continue
        text = proxied.target.text.partition("://")[2] or proxied.target.text
        raw = _is_raw(proxied.directive)
        path = _path(text)
        if "$" in text and path:
            variable = "" if raw else _decoded(config, proxied, path)
            if variable:
                yield Hit(proxied.target.span, {"variable": variable}, case="decoded")
        elif raw and not re.search(r"\$(?:\d|uri\b|document_uri\b|request_uri\b)", text):
            yield Hit(proxied.target.span, case="raw")
        elif path and "$" not in text:
            yield from _slashes(proxied, path)


def _path(text: str) -> str:
    """Return the path of a target, with what follows a socket; "" where it has none."""
    if text.startswith("unix:"):
        return text[5:].partition(":")[2]
    match = _PATH.search(text)
    return match[0] if match else ""


def _decoded(config: Config, proxied: Proxied, path: str) -> str:
    for name in variables_in(path):
        for leaf in leaves(config, proxied.directive, name):
            if leaf.name in _DECODED and not leaf.escaped and any(leaf.can_hold(sign) for sign in "?#%"):
                return name
    return ""


def _is_raw(directive: Directive) -> bool:
    """Say whether a rewrite that always runs before has put the raw path in the place of the decoded one."""
    block = directive.home
    while True:
        for one in block.directives:
            if one.name == "rewrite" and one.args[1:2] and one.args[1].text.lower() == "$request_uri":
                return True
        if block.name not in ("if", "limit_except") or block.parent is None:
            return False
        block = block.parent


def _slashes(proxied: Proxied, path: str) -> Iterator[Hit]:
    location = proxied.location
    if location is None or proxied.block is not location.block or not location.known:
        return
    if len(location.args) > 1 and location.first() != "^~":
        return
    prefix = location.args[-1].text
    if not prefix.startswith("/") or "?" in path:
        return
    values = {"location": prefix, "path": path}
    if path.endswith("/") and not prefix.endswith("/"):
        yield Hit(proxied.target.span, values, case="slash")
    elif prefix.endswith("/") and not path.endswith("/") and prefix != "/":
        yield Hit(proxied.target.span, values, case="tail")
