"""compose/healthy-dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.compose.images import read_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Docker's official images bring no health check, by the rules of their programme. Publishers beside them whose images
# bring none either; those of all others may.
_WITHOUT_CHECK: Final = ("bitnami/", "bitnamilegacy/", "pgvector/", "postgis/", "timescale/", "valkey/")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each wait for the health of a service that has no health check."""
    files = {fact.path: fact.files for fact in stack.every(ComposeFact)}
    services = {(service.project, service.name): service for service in stack.every(Service)}
    dockerfiles = {fact.path: fact for fact in stack.every(DockerfileFact)}
    for service in stack.every(Service):
        for dependency in service.depends_on:
            if dependency.condition != "service_healthy":
                continue
            paths = (service.project, *files.get(service.project, ()))
            found = (services.get((path, dependency.service)) for path in paths)
            target = next((each for each in found if each is not None), None)
            if target is None or not target.complete:
                continue
            fault = _fault(target, dockerfiles)
            if fault is not None:
                case, what, where = fault
                values = {"service": service.name, "target": target.name, "what": what}
                yield Hit(dependency.place, values, case, related=(Related(where, "no health check here"),))


def _fault(target: Service, dockerfiles: dict[str, DockerfileFact]) -> tuple[str, str, Place] | None:
    """Return the case, what lacks the check and where; None when there is one, or nobody can tell."""
    if target.health == "disabled":
        return "disabled", target.name, target.health_place or target.place
    if target.health != "absent":
        return None
    if target.build is not None:
        return _built(target, dockerfiles)
    if target.image is None:
        return None
    image = read_image(target.image)
    if not (image.official or image.name.startswith(_WITHOUT_CHECK)):
        return None
    return "", target.image, target.image_place or target.place


def _built(target: Service, dockerfiles: dict[str, DockerfileFact]) -> tuple[str, str, Place] | None:
    build = target.build
    if build is None or build.inline or build.dockerfile is None or build.target is None:
        return None
    dockerfile = dockerfiles.get(build.dockerfile)
    stage = None if dockerfile is None else dockerfile.stage(build.target)
    if stage is None or stage.health not in ("absent", "disabled"):
        return None
    what = build.dockerfile if not build.target else f"stage `{build.target}` of {build.dockerfile}"
    return "build" if stage.health == "absent" else "none", what, stage.place
