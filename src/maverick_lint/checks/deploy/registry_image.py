"""deploy/registry-image: the image says which registry it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.images import deployed, registry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Images of Docker Hub's own library that stand beside an application.
_LIBRARY: Final = frozenset({
    "nginx", "postgres", "redis", "valkey", "mysql", "mariadb", "mongo", "memcached", "rabbitmq", "traefik", "caddy",
    "haproxy", "httpd", "alpine", "busybox", "debian", "ubuntu", "registry", "elasticsearch", "influxdb",
})  # fmt: skip


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield deployed images without a registry host."""
    seen: set[Place] = set()
    for one in deployed(stack):
        name = one.reference.partition("@")[0].partition(":")[0]
        if registry_of(one.reference) != "" or name in _LIBRARY or one.word.place in seen:
            continue
        if one.reference[:1].isalnum() and not one.reference.startswith("-"):
            seen.add(one.word.place)
            yield Hit(one.word.place, {"image": one.reference})
