"""compose/build-files."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each build whose folder, Dockerfile or stage is not in the repository."""
    dockerfiles = {fact.path: fact for fact in stack.every(DockerfileFact)}
    for service in stack.every(Service):
        build = service.build
        if build is None or build.context is None:
            continue
        values = {"service": service.name, "name": build.context or "."}
        if _elsewhere(stack, service.project, build.written or "."):
            continue
        if not stack.exists(build.context):
            yield Hit(build.context_place or build.place, values)
            continue
        path = build.dockerfile
        if path is None or build.inline:
            continue
        if not stack.exists(path):
            yield Hit(
                build.dockerfile_place or build.context_place or build.place, values | {"name": path}, "dockerfile"
            )
            continue
        dockerfile = dockerfiles.get(path)
        if dockerfile is None or not build.target or build.target_place is None or dockerfile.stage(build.target):
            continue
        names = [stage.name for stage in dockerfile.stages if stage.name]
        close = difflib.get_close_matches(build.target, names, 1, 0.6)
        hint = f"; did you mean `{close[0]}`?" if close else ""
        related = (Related(dockerfile.place, "the Dockerfile"),)
        yield Hit(build.target_place, values | {"name": build.target, "path": path, "hint": hint}, "stage", related)


def _elsewhere(stack: Stack, path: str, written: str) -> bool:
    """Say whether the context is there seen from a folder above: the file is then meant to be joined to one there."""
    folder = path.rpartition("/")[0]
    here = inside(folder, written)
    if not folder or (here is not None and stack.exists(here)):
        return False
    while folder:
        folder = folder.rpartition("/")[0]
        above = inside(folder, written)
        if above and stack.exists(above):
            return True
    return False
