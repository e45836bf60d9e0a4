"""Features of a Compose file that only a Swarm fulfils (Compose deploy specification).

`docker compose up` ignores or refuses them. Limits, reservations, labels and the restart policy of `deploy` hold
without a Swarm and are none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.repository import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.model import Compose
    from maverick_lint.formats.compose.tree import Value

_KEYS: Final = ("mode", "endpoint_mode", "placement", "update_config", "rollback_config")
_TRUE: Final = ("true", "yes", "on", "y")


def swarm_features(model: Compose) -> Iterator[Evidence]:
    """Yield each feature at its key, or at the value that makes it one."""
    for service in model.services:
        deploy = service.get("deploy")
        for key in _KEYS:
            value = None if deploy is None else deploy.get(key)
            if value is not None:
                yield _evidence(f"`deploy.{key}` of service `{service.name}`", value, key=True)
        replicas = service.get("deploy", "replicas")
        count = None if replicas is None else replicas.known
        if replicas is not None and count is not None and count.isdecimal() and int(count[:9]) > 1:
            yield _evidence(f"`deploy.replicas: {count}` of service `{service.name}`", replicas)
    for name, network in model.section("networks").items():
        driver = network.get("driver")
        if driver is not None and driver.known == "overlay":
            yield _evidence(f"the overlay network `{name}`", driver)
    for section in ("secrets", "configs"):
        for name, entry in model.section(section).items():
            external = entry.get("external")
            if external is not None and (external.is_map or (external.known or "").lower() in _TRUE):
                yield _evidence(f"the external {section[:-1]} `{name}`", external, key=True)


def _evidence(what: str, value: Value, *, key: bool = False) -> Evidence:
    return Evidence("swarm", "Docker Swarm", what, value.key_place if key else value.place)
