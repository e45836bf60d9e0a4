"""The folders that builds of a Dockerfile are given as their context: by Compose, an action, or `docker build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.stack.image_builds import clean, image_builds
from maverick_lint.stack.stages import builders

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import DockerfileFact
    from maverick_lint.stack.model import Stack


def contexts(stack: Stack, file: DockerfileFact) -> tuple[str | None, ...]:
    """Return the folders, "" for the root; None stands for one that is unknown, () says that nothing here builds it."""
    found: list[str | None] = [
        None if one.build is None or one.build.context is None else clean(one.build.context)
        for one in builders(stack, file)
    ]
    found += [one.context for one in image_builds(stack) if one.path == file.path]
    return tuple(dict.fromkeys(found))
