"""Volumes, networks, secrets and configs on the map, grouped where one line for each would hide the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.stack.map.model import MapNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.span import Place
    from maverick_lint.stack.map.sketch import Sketch

# More lines than this to one node are no drawing; its second line names the services then.
_MOST_LINES: Final = 6
# More volumes of single services than this become one node for the project.
_MOST_NODES: Final = 12
_SHOWN: Final = 3

Uses = dict[str, list[tuple[str, str, "Place"]]]


def draw(sketch: Sketch) -> None:
    """Draw what services of a project share or keep: each thing with the services that use it."""
    by_project: dict[str, list[Service]] = {}
    for service in sketch.stack.every(Service):
        by_project.setdefault(service.project, []).append(service)
    files = {(fact.path, one.section, one.name): one for fact in sketch.stack.every(ComposeFact) for one in fact.given}
    for project, services in by_project.items():
        _volumes(sketch, project, services)
        _networks(sketch, project, services)
        for section, kind in (("secrets", "secret"), ("configs", "config")):
            found: Uses = {}
            for service in services:
                for one in service.uses:
                    if one.section == section:
                        use = (sketch.service_ids[project, service.name], "is given", one.place)
                        found.setdefault(one.name, []).append(use)
            for name, uses in found.items():
                given = files.get((project, section, name))
                _one(sketch, project, kind, name, uses, given.path if given is not None else "")


def _volumes(sketch: Sketch, project: str, services: Sequence[Service]) -> None:
    found: Uses = {}
    for service in services:
        node = sketch.service_ids[project, service.name]
        for mount in service.mounts:
            if mount.type == "volume" and mount.source:
                found.setdefault(mount.source, []).append((node, f"keeps {mount.target or 'files'}", mount.place))
    own = {name: uses for name, uses in found.items() if len({node for node, _, _ in uses}) == 1}
    if len(own) > _MOST_NODES:
        uses = [(node, name, place) for name, of in own.items() for node, _, place in of]
        places = tuple(place for _, _, place in uses)
        group = MapNode(f"volume:{project}:*", "volume", f"{len(own)} volumes", _some(list(own)), places)
        sketch.add(group)
        if len(uses) <= _MOST_LINES:
            for node, name, place in uses:
                sketch.join(node, group.id, name, place)
        found = {name: uses for name, uses in found.items() if name not in own}
    for name, uses in found.items():
        _one(sketch, project, "volume", name, uses, "")


def _networks(sketch: Sketch, project: str, services: Sequence[Service]) -> None:
    """Draw the networks of a project that has more than one; in a single one everybody reaches everybody."""
    found: Uses = {}
    for service in services:
        for name in service.networks:
            found.setdefault(name, []).append((sketch.service_ids[project, service.name], "joins", service.place))
    if len(found) > 1:
        for name, uses in found.items():
            _one(sketch, project, "network", name, uses, "")


def _one(sketch: Sketch, project: str, kind: str, name: str, uses: Sequence[tuple[str, str, Place]], said: str) -> None:  # noqa: PLR0913 - the parts of a node
    nodes = list(dict.fromkeys(node for node, _, _ in uses))
    many = len(nodes) > _MOST_LINES
    detail = said or (_some([sketch.nodes[node].name for node in nodes]) if many else "")
    places = tuple(dict.fromkeys(place for _, _, place in uses))
    node = sketch.add(MapNode(f"{kind}:{project}:{name}", kind, name, detail, places))
    for source, label, place in uses if not many else ():
        sketch.join(source, node, label, place)


def _some(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
