"""What deploy jobs and scripts do on the map: the images they push, pull and run, and the containers they start."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.formats._shell.docker import docker_call, option_text
from maverick_lint.stack.docker_runs import runs
from maverick_lint.stack.images import deployed, tag_of
from maverick_lint.stack.map.model import MapNode
from maverick_lint.stack.pushed_images import name_of, pushed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Step
    from maverick_lint.core.span import Place
    from maverick_lint.formats._shell.docker import Run
    from maverick_lint.stack.map.owners import Owners
    from maverick_lint.stack.map.sketch import Sketch

_BUILDS: Final = ("build", "buildx build", "image build")
_BUILDERS: Final = ("docker/build-push-action", "depot/build-push-action", "useblacksmith/build-push-action")


def draw(sketch: Sketch, owners: Owners) -> None:
    """Draw images and containers, and who builds, pushes, deploys and starts them."""
    stack = sketch.stack
    for push in pushed(stack):
        owner = owners.of(push.place)
        if owner is not None:
            sketch.join(owner, _image(sketch, push.name, push.place), "pushes", push.place)
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                _join_builds(sketch, owners, step)
    for running in runs(stack):
        owner = owners.of(running.word.place)
        if owner is not None:
            start(sketch, owner, running.run, running.word.place)
    for one in deployed(stack):
        owner = owners.of(one.word.place)
        name = name_of(one.reference)
        if owner is not None and name and not _is_container(sketch, owner, one.word.place):
            tag = tag_of(one.reference)
            label = f"deploys :{tag}" if tag else "deploys"
            sketch.join(owner, _image(sketch, name, one.word.place), label, one.word.place)
    for service in stack.every(Service):
        image = f"image:{name_of(service.image)}" if service.image and service.build is None else ""
        if image in sketch.nodes:
            node = sketch.service_ids[service.project, service.name]
            sketch.join(node, image, "runs", service.image_place or service.place)


def start(sketch: Sketch, owner: str, run: Run, place: Place) -> None:
    """Draw a container that a job, a script or a unit starts, with its image and the ports that it publishes."""
    named = next(iter(run.values("--name")), None)
    image = run.image.expanded or run.image.raw if run.image is not None else ""
    name = image or "container"
    if named is not None:
        name = option_text(named, "--name") or (named.expanded or named.raw).removeprefix("--name=").strip("\"'")
    ports = []
    node = f"container:{place.path}:{name}"
    for word in run.values("-p", "--publish"):
        text = (word.expanded or word.raw).removeprefix("--publish=").strip("\"'")
        ports.append(text)
        for port in _host_ports(sketch, text, place.path):
            sketch.publish(port, node, place.path)
    sketch.add(MapNode(node, "container", name, ", ".join(ports[:2]), (place,)))
    sketch.containers.setdefault(name, []).append(node)
    sketch.join(owner, node, "starts", place)
    if run.image is not None and name_of(image):
        tag = tag_of(image)
        target = _image(sketch, name_of(image), run.image.place)
        sketch.join(node, target, f"runs :{tag}" if tag else "runs", run.image.place)


def _host_ports(sketch: Sketch, text: str, path: str) -> tuple[int, ...]:
    """Return the ports of the host in a publication; for a variable, those that the script gives to its ports."""
    parts = text.partition("/")[0].rsplit(":", 2)
    if len(parts) < 2:  # noqa: PLR2004 - without a host port Docker chooses one
        return ()
    if parts[-2].isdecimal():
        return (int(parts[-2]),)
    flows = (flow for flow in sketch.stack.every(ScriptFlow) if flow.path == path)
    return tuple(port for flow in flows for port, _ in flow.ports) if "$" in parts[-2] else ()


def _image(sketch: Sketch, name: str, place: Place) -> str:
    return sketch.add(MapNode(f"image:{name}", "image", name, "", (place,)))


def _is_container(sketch: Sketch, owner: str, place: Place) -> bool:
    """Say whether the image is drawn already, as that of a container which the same owner starts."""
    started = {joint.target for joint in sketch.joints.values() if joint.source == owner and joint.label == "starts"}
    return any(joint.source in started and joint.place == place for joint in sketch.joints.values())


def _join_builds(sketch: Sketch, owners: Owners, step: Step) -> None:
    for names, file, place in _builds(step):
        target = f"dockerfile:{file}"
        if target not in sketch.nodes:
            continue
        images = [node for name in names if (node := f"image:{name_of(name)}") in sketch.nodes]
        for image in images:
            sketch.join(image, target, "is built from", place)
        owner = owners.of(place)
        if not images and owner is not None:
            sketch.join(owner, target, "builds", place)


def _builds(step: Step) -> Iterator[tuple[list[str], str, Place]]:
    """Yield the tags, the Dockerfile and the place of each build of a step, where the Dockerfile is known."""
    if step.uses.partition("@")[0].lower() in _BUILDERS:
        context, file = step.given("context") or "", step.given("file")
        path = _path(file or f"{context.rstrip('/') or '.'}/Dockerfile")
        if path:
            tags = [text.strip() for text in re.split(r"[\n,]", step.given("tags") or "") if text.strip()]
            yield tags, path, step.uses_place or step.place
    for command in step.commands if not step.remote else ():
        yield from _of_command(command, step.folder)


def _of_command(command: Command, folder: str | None) -> Iterator[tuple[list[str], str, Place]]:
    call = docker_call(command)
    if call is None or call.subcommand not in _BUILDS or folder is None:
        return
    words = call.words
    texts = [word.text or "" for word in words]
    tags = [(words[n + 1].expanded or "") for n, text in enumerate(texts[:-1]) if text in ("-t", "--tag")]
    file = next((texts[n + 1] for n, text in enumerate(texts[:-1]) if text in ("-f", "--file")), "")
    context = texts[-1] if texts and not texts[-1].startswith("-") else ""
    if file or context:
        yield tags, _path(posixpath.join(folder, file or f"{context}/Dockerfile")), command.place


def _path(text: str) -> str:
    path = posixpath.normpath(text)
    return "" if "$" in text or path.startswith(("..", "/")) else path
