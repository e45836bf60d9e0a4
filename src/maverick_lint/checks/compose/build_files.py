"""compose/build-files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Build, DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_MOST: Final = 20  # Dockerfiles of one folder that are compared
_ALIKE: Final = 0.6


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each build whose folder, Dockerfile or stage is not in the repository."""
    dockerfiles = {fact.path: fact for fact in stack.every(DockerfileFact)}
    modules = stack.exists(".gitmodules")
    for service in stack.every(Service):
        build = service.build
        if build is None or build.context is None or _elsewhere(stack, service.project, build):
            continue
        values = {"service": service.name, "name": build.context or "."}
        path = build.dockerfile
        if not stack.exists(build.context):
            if not modules:  # what a submodule holds is not seen
                yield Hit(build.context_place or build.place, values, related=_nearest(dockerfiles, build.context))
        elif path is not None and not build.inline and not stack.exists(path):
            at = build.dockerfile_place or build.context_place or build.place
            yield Hit(at, values | {"name": path}, "dockerfile", _nearest(dockerfiles, path))
        elif path in dockerfiles and build.target and build.target_place is not None:
            yield from _stage(service.name, build, dockerfiles[path])


def _nearest(dockerfiles: dict[str, DockerfileFact], path: str) -> tuple[Related, ...]:
    """Return the Dockerfile whose path is most like a mistaken one, or the only one there is."""
    folder = path.rpartition("/")[0].rpartition("/")[0]
    beside = sorted(one for one in dockerfiles if not folder or one.startswith(f"{folder}/"))[:_MOST]
    near = max(beside, key=lambda one: _likeness(one, path), default="")
    if not near or (len(beside) > 1 and _likeness(near, path) < _ALIKE):
        return ()
    return (Related(dockerfiles[near].place, "a Dockerfile of the repository"),)


def _likeness(one: str, other: str) -> float:
    """Return which part of two paths is the same from the front and from the end, 0 to 1."""
    shorter = min(len(one), len(other))
    front = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - front) if one[-1 - at] != other[-1 - at]), shorter - front)
    return 2 * (front + end) / max(len(one) + len(other), 1)


def _stage(service: str, build: Build, dockerfile: DockerfileFact) -> Iterator[Hit]:
    target = build.target or ""
    if build.target_place is None or dockerfile.stage(target) is not None:
        return
    names = [stage.name for stage in dockerfile.stages if stage.name]
    close = close_matches(target, names, 1, 0.6)
    hint = f"; did you mean `{close[0]}`?" if close else ""
    values = {"service": service, "name": target, "path": dockerfile.path, "hint": hint}
    yield Hit(build.target_place, values, "stage", (Related(dockerfile.place, "the Dockerfile"),))


def _elsewhere(stack: Stack, path: str, build: Build) -> bool:
    """Say whether the Dockerfile is there seen from a folder above: the file is meant to be joined to one there."""
    folder = path.rpartition("/")[0]
    if build.written is None or build.dockerfile is None or stack.exists(build.dockerfile):
        return False
    name = build.dockerfile.removeprefix(f"{build.context}/") if build.context else build.dockerfile
    while folder:
        folder = folder.rpartition("/")[0]
        above = inside(folder, build.written)
        if above is not None and stack.exists(f"{above}/{name}"):
            return True
    return False
