"""Names that are looked up at run time have a resolver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.names import names_of
from maverick_lint.formats.nginx.origins import values, variables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield targets with a variable and a host name, where no resolver is in force."""
    config = document.model
    upstreams: frozenset[str] | None = None
    for proxied in config.proxied:
        text = proxied.target.text
        if "$" not in text or not proxied.target.known or proxied.directive.name not in ("proxy_pass", "grpc_pass"):
            continue
        resolver = config.in_force(proxied.block, "resolver")
        if resolver.directives or not resolver.complete:
            continue
        upstreams = names_of(config.assembly).upstreams if upstreams is None else upstreams
        host = _host(config, proxied)
        if host and _is_name(host) and host.lower() not in upstreams:
            yield Hit(proxied.target.span, {"host": host})


def _host(config: Config, proxied: Proxied) -> str:
    """Return the host of a target, that of a variable which `set` gives one value; "" where it is not known."""
    if proxied.host:
        return proxied.host
    _, separator, rest = proxied.target.text.partition("://")
    authority = (rest if separator else proxied.target.text).partition("/")[0].partition(":")[0]
    names = variables_in(authority)
    given = values(config, proxied.directive, names[0]) if len(names) == 1 and authority.startswith("$") else None
    if given is None or len(given) != 1 or "$" in given[0]:
        return ""
    return (
        given[0].partition("://")[2].partition("/")[0].partition(":")[0] or given[0].partition("/")[0].partition(":")[0]
    )


def _is_name(host: str) -> bool:
    return any(letter.isalpha() for letter in host) and not host.startswith(("unix", "["))
