"""Where files of the repository lie in an image that is built of it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Placed, StageFact
    from maverick_lint.stack.model import Stack


def context_of(stack: Stack, file: DockerfileFact) -> str | None:
    """Return the folder that a Dockerfile is most likely built in; None when none fits, or services name several."""
    return next(iter(contexts_of(stack, file)), None)


def contexts_of(stack: Stack, file: DockerfileFact) -> tuple[str, ...]:
    """Return the folders that a Dockerfile may be built in; () when services name several, or none fits its copies."""
    named = stack.once("contexts-by-dockerfile", lambda: _contexts(stack)).get(file.path, set())
    if len(named) > 1:
        return ()
    folders = [posixpath.normpath(next(iter(named)) or ".")] if named else _above(file.path)
    sources = [one.source for stage in file.stages for one in stage.placed if one.source]
    fitting = [folder for folder in folders if all(stack.exists(posixpath.join(folder, one)) for one in sources)]
    return tuple("" if folder == "." else folder for folder in fitting)


def _contexts(stack: Stack) -> dict[str, set[str]]:
    """Return the folders in which services build each Dockerfile."""
    found: dict[str, set[str]] = {}
    for service in stack.every(Service):
        build = service.build
        if build is not None and build.dockerfile is not None and build.context is not None:
            found.setdefault(build.dockerfile, set()).add(build.context)
    return found


def whereabouts(stage: StageFact, context: str, path: str) -> Iterator[tuple[str, Placed]]:
    """Yield each path in the image of a file of the repository, with the COPY that puts it there."""
    for one in stage.placed:
        if one.source is None or one.target is None:
            continue
        source = posixpath.normpath(posixpath.join(context, one.source)) if one.source else context
        if path == source:
            yield (posixpath.join(one.target, posixpath.basename(path)) if one.into else one.target), one
        elif not source or path.startswith(f"{source}/"):
            yield posixpath.join(one.target, path[len(source) :].lstrip("/")), one


def origin(stage: StageFact, context: str, path: str, stack: Stack) -> tuple[str, Placed] | None:
    """Return the path in the repository of which a path in the image is a copy, there or not, and the COPY.

    None when a copy of something unknown, or of another image, may have put it there too.
    """
    found: tuple[str, Placed] | None = None
    for one in stage.placed:
        if one.target is None:
            return None
        inside = path == one.target or path.startswith(f"{one.target.rstrip('/')}/")
        if not inside:
            continue
        if one.source is None:
            return None
        source = posixpath.normpath(posixpath.join(context, one.source)) if one.source else context
        if source in stack.files:
            continue
        found = posixpath.join(source, posixpath.relpath(path, one.target)), one
    return found


def _above(path: str) -> list[str]:
    folders = [posixpath.dirname(path)]
    while folders[-1]:
        folders.append(posixpath.dirname(folders[-1]))
    return folders
