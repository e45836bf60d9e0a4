"""Compose services as others reach them: by which names, and from which stage and image they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Service, StageFact

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack

    _Places = dict[tuple[str, str], dict[int, Service]]


def services_by_host(stack: Stack) -> dict[str, tuple[Service, ...]]:
    """Return the services that a host name may mean: by service name, container name and network alias."""
    known = stack.memo.get("services-by-host")
    if isinstance(known, dict):
        return known
    found: dict[str, list[Service]] = {}
    for service in stack.every(Service):
        for name in {service.name, service.container_name or service.name, *service.aliases}:
            found.setdefault(name.lower(), []).append(service)
    result = {name: tuple(services) for name, services in found.items()}
    stack.memo["services-by-host"] = result
    return result


def services_at(stack: Stack, host: str, path: str) -> tuple[Service, ...]:
    """Return the services that a host name in the file `path` may mean.

    Those are services of the projects in the folders above the file, and of the projects nearest to it.
    """
    name = host.lower()
    inside, below = _by_host_and_folder(stack)
    above = folders_above(path)
    found: dict[int, Service] = {}
    for folder in above:
        found.update(inside.get((name, folder), {}))
    near = next((folder for folder in above if (name, folder) in below), None)
    if near is not None:
        found.update(below[name, near])
    return tuple(found[number] for number in sorted(found))


def home(path: str) -> str:
    """Return the folder of a path, "" for the root."""
    return path.rpartition("/")[0]


def folders_above(path: str) -> list[str]:
    """Return the folders that a path lies in, the nearest first and the root, "", last."""
    found = [home(path)]
    while found[-1]:
        found.append(home(found[-1]))
    return found


def projects_in(stack: Stack, folder: str) -> tuple[str, ...]:
    """Return the Compose files with services that lie in a folder itself, sorted."""
    known = stack.memo.get("projects-by-folder")
    if not isinstance(known, dict):
        found: dict[str, set[str]] = {}
        for service in stack.every(Service):
            found.setdefault(home(service.project), set()).add(service.project)
        known = stack.memo["projects-by-folder"] = {at: tuple(sorted(projects)) for at, projects in found.items()}
    projects: tuple[str, ...] = known.get(folder, ())
    return projects


def services_of(stack: Stack, project: str) -> tuple[Service, ...]:
    """Return the services of a Compose file, in order."""
    known = stack.memo.get("services-by-project")
    if not isinstance(known, dict):
        found: dict[str, list[Service]] = {}
        for service in stack.every(Service):
            found.setdefault(service.project, []).append(service)
        known = stack.memo["services-by-project"] = {name: tuple(services) for name, services in found.items()}
    services: tuple[Service, ...] = known.get(project, ())
    return services


def _by_host_and_folder(stack: Stack) -> tuple[_Places, _Places]:
    """Return, by host name and folder, the services of the projects in it and of those in and below it.

    Each has the number that tells the order of all services of the name.
    """
    known = stack.memo.get("services-by-host-and-folder")
    if isinstance(known, tuple):
        return known
    inside: _Places = {}
    below: _Places = {}
    for host, services in services_by_host(stack).items():
        for number, service in enumerate(services):
            above = folders_above(service.project)
            inside.setdefault((host, above[0]), {})[number] = service
            for folder in above:
                below.setdefault((host, folder), {})[number] = service
    stack.memo["services-by-host-and-folder"] = (inside, below)
    return inside, below


def stage_of(stack: Stack, service: Service) -> StageFact | None:
    """Return the stage that a service is built from; None when it is not built here or that is unknown."""
    build = service.build
    if build is None or build.dockerfile is None or build.target is None:
        return None
    fact = _dockerfiles(stack).get(build.dockerfile)
    return None if fact is None else fact.stage(build.target)


def dockerfile_of(stack: Stack, service: Service) -> DockerfileFact | None:
    """Return the Dockerfile that a service is built from; None when it is not built here or that is unknown."""
    build = service.build
    return None if build is None or build.dockerfile is None else _dockerfiles(stack).get(build.dockerfile)


def root_base(stack: Stack, service: Service) -> str | None:
    """Return the image at the root of what a service runs: its own, or the base of the Dockerfile that builds it."""
    if service.build is None:
        return service.image
    stage = stage_of(stack, service)
    fact = _dockerfiles(stack).get(service.build.dockerfile or "")
    return None if stage is None or fact is None else root_stage(fact, stage).base


def root_stage(file: DockerfileFact, stage: StageFact) -> StageFact:
    """Return the stage at the end of a chain, which begins with an image."""
    while stage.base_stage is not None:
        wanted = stage.base_stage
        stage = next(one for one in file.stages if one.index == wanted)
    return stage


def _dockerfiles(stack: Stack) -> dict[str, DockerfileFact]:
    known = stack.memo.get("dockerfiles-by-path")
    if not isinstance(known, dict):
        known = stack.memo["dockerfiles-by-path"] = {fact.path: fact for fact in stack.every(DockerfileFact)}
    return known
