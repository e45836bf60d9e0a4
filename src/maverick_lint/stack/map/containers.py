"""Compose services and Dockerfiles on the map."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, DockerfileFact, EnvFile, Service
from maverick_lint.stack.joints import address_of
from maverick_lint.stack.map.model import MapNode

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import Build, ServicePort
    from maverick_lint.core.span import Place
    from maverick_lint.stack.map.sketch import Sketch

_WAITS: Final = {
    "service_started": "starts after",
    "service_healthy": "waits until healthy",
    "service_completed_successfully": "waits until done",
}
_WIDEST: Final = 100


def draw(sketch: Sketch) -> None:
    """Draw the Dockerfiles, then the services with what they are built from and wait for."""
    for file in sketch.stack.every(DockerfileFact):
        stages = ", ".join(stage.name for stage in file.stages if stage.name)
        base = file.stages[-1].base if file.stages else None
        detail = f"stages {stages}" if "," in stages else f"from {base}" if base else ""
        sketch.add(MapNode(f"dockerfile:{file.path}", "dockerfile", file.path, detail, (file.place,)))
    services = sketch.stack.every(Service)
    homes = _homes(sketch)
    for service in services:
        name = f"service:{homes.get((service.project, service.name), service.project)}:{service.name}"
        sketch.service_ids[service.project, service.name] = name
        sketch.add(MapNode(name, "service", service.name, _detail(service), (service.place,)))
        for port in service.ports:
            for number in _published(port):
                sketch.publish(number, name, service.project)
    for service in services:
        _join_service(sketch, service, sketch.service_ids[service.project, service.name])
    _join_values(sketch)


def _homes(sketch: Sketch) -> dict[tuple[str, str], str]:
    """Return, for each service of an override, the project of the same folder that has a service of its name."""
    parts = {fact.path for fact in sketch.stack.every(ComposeFact) if fact.fragment}
    whole: dict[tuple[str, str], str] = {}
    for service in sketch.stack.every(Service):
        if service.project not in parts:
            whole.setdefault((service.project.rpartition("/")[0], service.name), service.project)
    return {
        (service.project, service.name): whole[service.project.rpartition("/")[0], service.name]
        for service in sketch.stack.every(Service)
        if service.project in parts and (service.project.rpartition("/")[0], service.name) in whole
    }


def _detail(service: Service) -> str:
    made = "built here" if service.build is not None else service.image or ""
    return ", ".join([text for text in (made, *map(_port_text, service.ports[:2])) if text])


def _port_text(port: ServicePort) -> str:
    if port.target is None or port.published is None:
        return ""
    return f"{_range(port.published)}:{_range(port.target)}"


def _range(ports: tuple[int, int]) -> str:
    return str(ports[0]) if ports[0] == ports[1] else f"{ports[0]}-{ports[1]}"


def _published(port: ServicePort) -> range:
    low, high = port.published or (0, -1)
    return range(low, min(high, low + _WIDEST) + 1)


def _join_service(sketch: Sketch, service: Service, node: str) -> None:
    for needed in service.depends_on:
        own = sketch.service_ids.get((service.project, needed.service))
        # an including file may bring the other service in
        targets = [own] if own else sketch.reach(needed.service, None, service.project)
        for target in targets:
            sketch.join(node, target, _WAITS.get(needed.condition, "needs"), needed.place)
    build = service.build
    if build is not None and build.dockerfile is not None:
        place = build.target_place or build.dockerfile_place or build.context_place or build.place
        label = f"is built from stage {build.target}" if build.target else "is built from"
        sketch.join(node, _dockerfile(sketch, service, build, build.dockerfile), label, place)


def _dockerfile(sketch: Sketch, service: Service, build: Build, path: str) -> str:
    """Return the node of a Dockerfile, which may lie beside a file that includes the service's."""
    including = [
        fact.path for fact in sketch.stack.every(ComposeFact) if service.project in fact.files[1:] and build.written
    ]
    inner = path.removeprefix(f"{build.context}/") if build.context else path
    beside = [posixpath.join(one.rpartition("/")[0], build.written or "", inner) for one in including]
    for candidate in (path, *map(posixpath.normpath, beside)):
        if f"dockerfile:{candidate}" in sketch.nodes:
            return f"dockerfile:{candidate}"
    missing = path not in sketch.stack.files and not including and service.complete
    return sketch.outside(path, "no such file" * missing)


def _join_values(sketch: Sketch) -> None:
    """Draw what the variables of services name: addresses, and hosts that are services."""
    files = {file.path: file for file in sketch.stack.every(EnvFile)}
    for service in sketch.stack.every(Service):
        node = sketch.service_ids[service.project, service.name]
        places = service.value_places if len(service.value_places) == len(service.values) else ()
        for (name, text), place in zip(service.values, places, strict=False):
            _join_value(sketch, node, name, text, place)
        for use in service.env_file_uses:
            file = files.get(use.path)
            for name, text, place in file.variables if file is not None else ():
                _join_value(sketch, node, name, text, place)


def _join_value(sketch: Sketch, node: str, name: str, text: str | None, place: Place) -> None:
    if not text or "$" in text or "{{" in text:
        return
    if "://" in text:
        address = address_of(text)
        if address is not None and address[0].lower() not in ("localhost", "127.0.0.1"):
            port = f" :{address[1]}" if address[1] else ""
            for target in sketch.reach(address[0], address[1], place.path):
                sketch.join(node, target, f"{name}{port}", place)
    elif name.upper().endswith(("HOST", "SERVER", "ADDR", "HOSTNAME")):
        address = address_of(text)
        for target in sketch.find(*address, place.path) if address is not None else ():
            sketch.join(node, target, f"{name} :{address[1]}" if address is not None and address[1] else name, place)
