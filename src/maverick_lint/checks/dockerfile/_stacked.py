"""Joins Dockerfiles with the .dockerignore files that go with them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.ignores import DockerignoreFact
from maverick_lint.stack.stages import builders

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import DockerfileFact
    from maverick_lint.stack.model import Stack

_NAMES: Final = (".dockerignore", ".containerignore")


def ignore_file(stack: Stack, file: DockerfileFact) -> list[DockerignoreFact]:
    """Return the .dockerignore files that a build of a Dockerfile may read; the one of its own name shadows the others.

    The context may be any folder above the Dockerfile: a path does not tell.
    """
    known = stack.memo.get("dockerignores-by-path")
    if not isinstance(known, dict):
        known = {ignore.path: ignore for ignore in stack.every(DockerignoreFact)}
        stack.memo["dockerignores-by-path"] = known
    own = known.get(f"{file.path}.dockerignore")
    if own is not None:
        return [own]
    folders = [posixpath.dirname(file.path)]
    while folders[-1]:
        folders.append(posixpath.dirname(folders[-1]))
    folders.extend(service.build.context or "" for service in builders(stack, file) if service.build is not None)
    paths = [posixpath.normpath(posixpath.join(folder, name)) for folder in folders for name in _NAMES]
    return [known[path] for path in dict.fromkeys(paths) if path in known]
