"""What the rules about proxied locations agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.names import names_of
from maverick_lint.formats.nginx.server import ACME, is_public_name
from maverick_lint.formats.nginx.template import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Proxied
    from maverick_lint.formats.nginx.tree import Directive

_HEALTH: Final = re.compile(
    r"(?:^|[/^\\])[_-]*(?:health[\w-]*|livez?|liveness|readyz?|readiness|ping|up|status|heartbeat)(?:\W|$)",
    re.IGNORECASE,
)


def is_health_path(path: str) -> bool:
    """Say whether a location's path is that of a health check."""
    return bool(_HEALTH.search(path))


def upstream_names(config: Config) -> frozenset[str]:
    """Return the names of all upstreams of the repository."""
    return names_of(config.assembly).upstreams


def is_foreign(proxied: Proxied, names: frozenset[str]) -> bool:
    """Say whether requests go to a host of someone else: a public name that is no upstream (a bucket, an API)."""
    return proxied.host.lower() not in names and is_public_name(proxied.host)


def is_aside(proxied: Proxied, config: Config) -> bool:
    """Say whether no visitor's request is handed on here: ACME challenges, subrequests, health checks."""
    location = proxied.location
    if location is None or location.block is None:
        return False
    if proxied.paths.startswith(ACME) or is_inner(location, config):
        return True
    return is_health_path(proxied.paths) and config.value(location.block, "access_log") == "off"


def is_inner(location: Directive, config: Config) -> bool:
    """Say whether a location is reached by subrequests only."""
    block = location.block
    return block is not None and any(directive.name == "internal" for directive in config.statements(block))


def application_proxies(config: Config) -> Iterator[Proxied]:
    """Yield the `proxy_pass` lines that hand visitors' requests to the application."""
    names: frozenset[str] | None = None
    for proxied in config.proxied:
        if proxied.directive.name != "proxy_pass" or is_aside(proxied, config):
            continue
        names = upstream_names(config) if names is None else names
        if not is_foreign(proxied, names):
            yield proxied


def shown(proxied: Proxied) -> str:
    """Return how a message calls a proxied place: the location's path, or the target in a fragment."""
    location = proxied.location
    word = location.args[-1] if location is not None and location.args else proxied.target
    return word.text if UNKNOWN not in word.text else "of a template"
