"""The images that jobs and steps run in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Action


def images(model: Workflow | Action) -> Iterator[tuple[Node, str]]:
    """Yield the nodes of images and their names, without those that an expression makes."""
    for node in _nodes(model):
        image = node.raw.removeprefix("docker://")
        if node.text and "{{" not in image and image != "scratch":
            yield node, image


def names_of(node: Node, names: Iterable[str]) -> tuple[str, ...]:
    """Return what others call a finding at an image: one that a step runs in is to jactionlint a call like others."""
    step = node.raw.startswith("docker://")
    same = {"jactionlint:unpinned-images": "jactionlint:unpinned-uses"} if step else {}
    return tuple(same.get(name, name) for name in names)


def _nodes(model: Workflow | Action) -> Iterator[Node]:
    for job in model.jobs if isinstance(model, Workflow) else ():
        services = job.node.get("services")
        for container in (job.container, *(services.pairs().values() if services is not None else ())):
            node = container.get("image") if container is not None and container.is_map else container
            if node is not None:
                yield node
    runs = None if isinstance(model, Workflow) else model.root.at("runs", "image")
    if runs is not None and runs.raw.startswith("docker://"):
        yield runs
    yield from (step.uses for step in model.steps if step.uses is not None and step.uses.raw.startswith("docker://"))
