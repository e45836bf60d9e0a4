"""What the map of a deployment is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record, replace
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

# Every kind of node, in the order in which lists name them, with the word that people read.
KINDS: Final = {
    "job": "job",
    "script": "script",
    "unit": "systemd unit",
    "image": "image",
    "dockerfile": "Dockerfile",
    "server": "nginx server",
    "upstream": "nginx upstream",
    "service": "service",
    "container": "container",
    "volume": "volume",
    "network": "network",
    "secret": "secret",
    "config": "config",
    "dashboard": "dashboard",
    "datasource": "data source",
    "prometheus": "Prometheus",
    "rules": "rules",
    "alertmanager": "Alertmanager",
    "receiver": "receiver",
    "outside": "outside",
}


@record
class MapNode:
    """Something that takes part in the deployment.

    id      unique in the map, and the same in every run over the same files
    kind    one of KINDS; "outside" for what the repository names and does not hold
    name    as its file has it
    detail  one more line about it: the image, the ports, how many alerts
    places  where it is written, the first place first; () for what is only named by others
    """

    id: str
    kind: str
    name: str
    detail: str = ""
    places: tuple[Place, ...] = ()


@record
class Joint:
    """One thing relies on another: `source` says at `place`, in the words of `label`, what `target` has to meet."""

    source: str
    target: str
    label: str
    place: Place


@record
class DeploymentMap:
    """The nodes and joints of a deployment, in the order of their files."""

    nodes: tuple[MapNode, ...] = ()
    joints: tuple[Joint, ...] = ()


def joined(parts: Iterable[tuple[str, DeploymentMap]]) -> DeploymentMap:
    """Return the maps of several projects as one; each stands with the folder that its paths are put below."""
    nodes: list[MapNode] = []
    joints: list[Joint] = []
    for prefix, part in parts:
        if not prefix:
            nodes.extend(part.nodes)
            joints.extend(part.joints)
            continue
        nodes.extend(
            replace(node, id=f"{prefix}|{node.id}", places=tuple(_below(prefix, place) for place in node.places))
            for node in part.nodes
        )
        joints.extend(
            Joint(f"{prefix}|{one.source}", f"{prefix}|{one.target}", one.label, _below(prefix, one.place))
            for one in part.joints
        )
    return DeploymentMap(tuple(nodes), tuple(joints))


def _below(prefix: str, place: Place) -> Place:
    return Place(f"{prefix}/{place.path}", place.span)
