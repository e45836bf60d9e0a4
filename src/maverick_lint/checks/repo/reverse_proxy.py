"""A reverse proxy stands before the application."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.repo._shown import calls, has_path, managed, runs_image
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_PROXY: Final = re.compile(r"nginx|openresty|traefik|caddy|haproxy|envoy")
_PATH: Final = re.compile(r"nginx|openresty|caddyfile|traefik|haproxy|(?:^|/)envoy[^/]*\.ya?ml$")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is, when nothing shows a reverse proxy."""
    found = deploys(stack)
    if not found or managed(stack) or stack.paths("nginx"):
        return
    if not (has_path(stack, _PATH) or runs_image(stack, _PROXY) or calls(stack, _PROXY)):
        yield Hit(found.anchor)
