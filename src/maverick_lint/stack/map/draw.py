"""Draws the map of a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.stack.map import containers, monitoring, proxies, running, shared, work
from maverick_lint.stack.map.owners import Owners
from maverick_lint.stack.map.sketch import Sketch

if TYPE_CHECKING:
    from maverick_lint.stack.map.model import DeploymentMap
    from maverick_lint.stack.model import Stack

_SETTINGS: Final = ("server", "upstream", "prometheus", "rules", "alertmanager", "datasource", "dashboard")


def map_of(stack: Stack) -> DeploymentMap:
    """Return the map; what is unknown is drawn as it is written, what lies elsewhere as a node outside."""
    sketch = Sketch(stack)
    owners = Owners(sketch)
    containers.draw(sketch)
    # ports of the machine are known before anything asks for them
    work.draw_units(sketch, owners)
    running.draw(sketch, owners)
    proxies.draw(sketch)
    monitoring.draw(sketch)
    work.draw(sketch, owners)
    _join_mounts(sketch)
    shared.draw(sketch)
    return sketch.done()


def _join_mounts(sketch: Sketch) -> None:
    """Draw which service reads which configuration: those that it mounts, alone or by their folder."""
    settings = [
        (place.path, node.id) for node in sketch.nodes.values() if node.kind in _SETTINGS for place in node.places
    ]
    for service in sketch.stack.every(Service):
        node = sketch.service_ids[service.project, service.name]
        for mount in service.mounts:
            source = (mount.source or "").rstrip("/") if mount.type == "bind" else ""
            if not source or source == ".":
                continue
            for path, target in settings:
                if path == source or path.startswith(f"{source}/"):
                    sketch.join(node, target, "mounts", mount.place)
