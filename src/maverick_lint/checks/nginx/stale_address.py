"""Foreign hosts are found after they move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.names import names_of
from maverick_lint.formats.nginx.server import is_public_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_OWN: Final = (".consul", ".prod", ".svc", ".cluster", ".private", ".docker")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield public hosts that are looked up once: in targets without variables, and in upstreams without `resolve`."""
    config = document.model
    upstreams: frozenset[str] | None = None
    for proxied in config.proxied:
        host = proxied.host.lower()
        # FastCGI and its like have no usual port: a name without one is an upstream of another file.
        named = proxied.directive.name != "proxy_pass" and not proxied.port
        if "$" in proxied.target.text or named or not _is_foreign(host):
            continue
        upstreams = names_of(config.assembly).upstreams if upstreams is None else upstreams
        if host not in upstreams:
            yield Hit(proxied.target.span, {"host": proxied.host})
    for upstream in config.upstreams:
        for member in upstream.members:
            host = member.address.text.rpartition(":")[0] or member.address.text
            own = member.known and member.directive.home.tree is config.tree
            if own and "resolve" not in member.parameters and _is_foreign(host.lower()):
                yield Hit(member.address.span, {"host": host})


def _is_foreign(host: str) -> bool:
    """Say whether a host may move: a name on the internet, or one label, which Docker gives to its containers."""
    label = host.replace("-", "").replace("_", "")
    single = "." not in host and label.isalnum() and not label.isdigit() and host != "localhost"
    return single or (is_public_name(host) and not host.endswith(_OWN))
