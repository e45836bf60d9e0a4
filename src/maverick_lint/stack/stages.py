"""Which stages of a Dockerfile ship: the last one, or those that Compose, bake, a pipeline or a script builds by name.

What only files for development ask for (`compose.dev.yaml`, an override, a bake target `dev`) does not ship.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import BakeTarget, DockerfileFact, Service
from maverick_lint.core.record import record
from maverick_lint.formats.dockerfile.purpose import asks_for_development, for_development
from maverick_lint.stack.image_builds import image_builds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.stack.model import Stack

DEFAULT: Final = ""  # stands for the stage that a build without a name of a stage gives
_UNKNOWN: Final = "*"
_BUILDERS: Final = frozenset({"build", "builder", "deps", "dependencies", "compile"})


@record
class Asked:
    """A stage is built: its name in lower case (DEFAULT, or "*" when a variable decides) and the Dockerfile.

    path   "" where the Dockerfile cannot be told; then any file may be meant that has a stage of this name
    ships  False where it is known to be for development, and where nobody knows which stage it is
    """

    name: str
    path: str
    ships: bool


def builders(stack: Stack, file: DockerfileFact) -> list[Service]:
    """Return the Compose services whose image is built of a Dockerfile."""
    known = stack.memo.get("builders-by-dockerfile")
    if not isinstance(known, dict):
        found: dict[str, list[Service]] = {}
        for service in stack.every(Service):
            if service.build is not None and service.build.dockerfile is not None:
                found.setdefault(service.build.dockerfile, []).append(service)
        known = stack.memo["builders-by-dockerfile"] = found
    return list(known.get(file.path, ()))


def targets(stack: Stack, file: DockerfileFact) -> frozenset[str]:
    """Return the names of stages that anybody asks for, in lower case; "*" where a variable names one."""
    return frozenset(one.name for one in _asked(stack, file) if one.name)


def shipping(stack: Stack, file: DockerfileFact) -> list[StageFact]:
    """Return the stages of a file that ship: the last one, and those that are asked for by name.

    Not those for development, nor those from which another stage takes what it needs. The last one is none when only
    files for development ask for it, while another stage is asked for.
    """
    known = stack.memo.get("shipping stages")
    if not isinstance(known, dict):
        known = stack.memo["shipping stages"] = {}
    found = known.get(file.path)
    if found is None:
        found = known[file.path] = _shipping(stack, file)
    return list(found)


def ships(stack: Stack, path: str) -> frozenset[str]:
    """Return the names (numbers, where they have none) of the stages of a Dockerfile that ship; DEFAULT among them."""
    files = stack.memo.get("dockerfiles by path")
    if not isinstance(files, dict):
        files = stack.memo["dockerfiles by path"] = {one.path: one for one in stack.every(DockerfileFact)}
    file = files.get(path)
    if file is None:
        return frozenset({DEFAULT})
    last = shipped_fact(file)
    found = shipping(stack, file)
    names = {stage.name.lower() or str(stage.index) for stage in found}
    return frozenset(names | ({DEFAULT} if last in found else set()))


def shipped_fact(file: DockerfileFact) -> StageFact | None:
    """Return the stage that ships by its place: the last one whose name is not that of a stage for development."""
    return next((stage for stage in reversed(file.stages) if not for_development(stage.name)), None)


def is_builder(name: str) -> bool:
    """Say whether the name of a stage is that of one which only builds."""
    return name.lower() in _BUILDERS


def _shipping(stack: Stack, file: DockerfileFact) -> list[StageFact]:
    asked = _asked(stack, file)
    names = {one.name for one in asked if one.ships}
    taken = {file.stages[index].name.lower() for one in file.stages for index in one.sources}
    final = shipped_fact(file)
    found = [
        stage
        for stage in file.stages
        if (name := stage.name.lower())
        and stage is not final
        and ((name in names and name not in taken) or (_UNKNOWN in names and stage.runs and name not in taken))
        and name not in _BUILDERS
        and not for_development(name)
    ]
    if final is not None and not (found and _only_for_development(final, asked)):
        found.insert(0, final)
    return found


def _only_for_development(final: StageFact, asked: list[Asked]) -> bool:
    """Say whether all that ask for the last stage, by its name or by none, do so for development."""
    name = final.name.lower()
    wanted = [one for one in asked if one.name in (DEFAULT, _UNKNOWN) or one.name == name]
    return any(one.name == name for one in wanted) and not any(one.ships for one in wanted)


def _asked(stack: Stack, file: DockerfileFact) -> list[Asked]:
    by_path = stack.memo.get("stages asked for")
    if not isinstance(by_path, dict):
        found: dict[str, list[Asked]] = {}
        known = {one.path for one in stack.every(DockerfileFact)}
        for one in (*_baked(stack), *_by_commands(stack, known)):
            found.setdefault(one.path, []).append(one)
        by_path = stack.memo["stages asked for"] = found
    return [*by_path.get("", ()), *by_path.get(file.path, ()), *_by_services(stack, file)]


def _by_services(stack: Stack, file: DockerfileFact) -> Iterator[Asked]:
    for service in builders(stack, file):
        build = service.build
        if build is not None:
            at = build.target_place.path if build.target_place is not None else service.project
            name = _UNKNOWN if build.target is None else build.target.lower()
            yield Asked(name, file.path, name != _UNKNOWN and not asks_for_development(at))


def _baked(stack: Stack) -> Iterator[Asked]:
    for one in stack.every(BakeTarget):
        name = _UNKNOWN if one.target is None else one.target.lower()
        for path in one.dockerfiles or (("",) if name else ()):
            yield Asked(name, path, not for_development(one.name))


def _by_commands(stack: Stack, known: set[str]) -> Iterator[Asked]:
    """Yield what pipelines and scripts build; a path at which no Dockerfile is was guessed wrong, and is unknown."""
    for one in image_builds(stack):
        path = one.path if one.path in known else ""
        if path or one.target:
            yield Asked(_UNKNOWN if one.target is None else one.target, path, one.target is not None)
