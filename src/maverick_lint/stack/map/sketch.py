"""The map while it is drawn: nodes are found by what others call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import replace
from maverick_lint.stack.joints import LOCAL
from maverick_lint.stack.map.model import DeploymentMap, Joint, MapNode
from maverick_lint.stack.services import services_at

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

HERE: Final = LOCAL | {"0.0.0.0", "host.docker.internal", "127.0.1.1"}  # noqa: S104 - names that mean this machine


class Sketch:
    """Nodes and joints, and how to find the node that a host, a port or a path means."""

    def __init__(self, stack: Stack) -> None:
        """Take the stack that is drawn."""
        self.stack = stack
        self.nodes: dict[str, MapNode] = {}
        self.joints: dict[tuple[str, str, str, Place], Joint] = {}
        self.service_ids: dict[tuple[str, str], str] = {}
        self.containers: dict[str, list[str]] = {}
        self._ports: dict[int, list[tuple[str, str]]] = {}

    def add(self, node: MapNode) -> str:
        """Put a node in; one that is there already gets the new places too. Returns its id."""
        known = self.nodes.get(node.id)
        if known is None:
            self.nodes[node.id] = node
        else:
            more = tuple(place for place in node.places if place not in known.places)
            self.nodes[node.id] = replace(known, places=known.places + more, detail=known.detail or node.detail)
        return node.id

    def outside(self, name: str, detail: str = "") -> str:
        """Return the node of something that the repository names and does not hold."""
        return self.add(MapNode(f"outside:{name}", "outside", name, detail))

    def join(self, source: str, target: str, label: str, place: Place) -> None:
        """Put a joint in; what relies on itself is none."""
        if source != target:
            self.joints.setdefault((source, target, label, place), Joint(source, target, label, place))

    def publish(self, port: int, node: str, path: str) -> None:
        """Say that a node answers on a port of the machine; `path` is the file that says so."""
        self._ports.setdefault(port, []).append((node, path))

    def find(self, host: str, port: int | None, path: str) -> list[str]:
        """Return the nodes of the repository that a host with a port means in the file `path`."""
        if host.lower() in HERE:
            return self._on_port(port, path)
        found = [
            known
            for service in services_at(self.stack, host, path)
            if (known := self.service_ids.get((service.project, service.name)))
        ]
        return list(dict.fromkeys(found or self.containers.get(host, [])))

    def reach(self, host: str, port: int | None, path: str) -> list[str]:
        """Return what `find` does; a node outside when that is nothing."""
        found = self.find(host, port, path)
        if found:
            return found
        if host.lower() in HERE:
            return [self.outside(f"{host}:{port}" if port else host, "this machine")]
        return [self.outside(host)]

    def _on_port(self, port: int | None, path: str) -> list[str]:
        """Return the nodes that publish a port, of those that lie nearest to the file."""
        named = self._ports.get(port or 0, ())
        near = [_shared(where, path) for _, where in named]
        most = max(near, default=0)
        return list(dict.fromkeys(node for (node, _), steps in zip(named, near, strict=True) if steps == most))

    def at(self, path: str, *kinds: str) -> list[str]:
        """Return the nodes of a file, of these kinds."""
        return [
            node.id for node in self.nodes.values() if node.kind in kinds and any(p.path == path for p in node.places)
        ]

    def done(self) -> DeploymentMap:
        """Return the map."""
        return DeploymentMap(tuple(self.nodes.values()), tuple(self.joints.values()))


def _shared(one: str, other: str) -> int:
    count = 0
    for first, second in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if first != second:
            break
        count += 1
    return count
