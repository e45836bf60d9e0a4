"""Compose services as others reach them: by which names, and from which stage and image they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Service, StageFact

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


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
    found = services_by_host(stack).get(host.lower(), ())
    near = [_shared(service.project, path) for service in found]
    most = max(near, default=0)
    return tuple(
        service
        for service, steps in zip(found, near, strict=True)
        if steps == most or steps == service.project.count("/")
    )


def _shared(one: str, other: str) -> int:
    """Return how many folders two paths begin with in common."""
    count = 0
    for first, second in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if first != second:
            break
        count += 1
    return count


def stage_of(stack: Stack, service: Service) -> StageFact | None:
    """Return the stage that a service is built from; None when it is not built here or that is unknown."""
    build = service.build
    if build is None or build.dockerfile is None or build.inline or build.target is None:
        return None
    fact = _dockerfiles(stack).get(build.dockerfile)
    return None if fact is None else fact.stage(build.target)


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
