"""compose/healthy-dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import replace
from maverick_lint.formats.compose.images import read_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Docker's official images bring no health check, by the rules of their programme. Publishers beside them whose images
# bring none either; those of all others may.
_WITHOUT_CHECK: Final = ("bitnami/", "bitnamilegacy/", "pgvector/", "postgis/", "timescale/", "valkey/")
# Policies that start a container again that ended well.
_ENDLESS: Final = ("always", "unless-stopped")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each wait for the health of a service that has no health check, or for the end of one without."""
    files = {fact.path: fact.files for fact in stack.every(ComposeFact)}
    services: dict[str, dict[str, Service]] = {}
    for service in stack.every(Service):
        services.setdefault(service.project, {})[service.name] = service
    dockerfiles = {fact.path: fact for fact in stack.every(DockerfileFact)}
    launched = {fact.path: fact.launched for fact in stack.every(ComposeFact) if fact.launched}
    for project, mine in services.items():
        beside = [services[path] for path in files.get(project, ()) if path in services]
        alone = _hits([mine, *beside], dockerfiles)
        ways = [
            (each.place, _hits([{one.name: one for one in each.services}, *beside], dockerfiles))
            for each in launched.get(project, ())
        ]
        # what every command that starts the file mends by joining it with others is no fault
        yield from (hit for key, hit in alone.items() if not ways or any(key in hits for _, hits in ways))
        named = set(alone)
        for place, hits in ways:
            for key, hit in hits.items():
                if key not in named:
                    named.add(key)
                    yield replace(hit, related=(*hit.related, Related(place, "the files are joined here")))


def _hits(found: list[dict[str, Service]], dockerfiles: dict[str, DockerfileFact]) -> dict[tuple[str, str], Hit]:
    """Return the faults of the services of the first mapping, by the service and the one that it waits for."""
    hits: dict[tuple[str, str], Hit] = {}
    for service in found[0].values():
        for dependency in service.depends_on:
            target = next((names[dependency.service] for names in found if dependency.service in names), None)
            if target is None or not target.complete:
                continue
            fault = None
            if dependency.condition == "service_healthy":
                fault = _fault(target, dockerfiles)
            elif dependency.condition == "service_completed_successfully" and target.restart in _ENDLESS:
                fault = "completed", f"restart: {target.restart}", target.restart_place or target.place
            if fault is not None:
                case, what, where = fault
                values = {"service": service.name, "target": target.name, "what": what}
                shown = "restarted whenever it ends" if case == "completed" else "no health check here"
                hits[service.name, target.name] = Hit(dependency.place, values, case, (Related(where, shown),))
    return hits


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
    if build is None or build.dockerfile is None or build.target is None:
        return None
    dockerfile = dockerfiles.get(build.dockerfile)
    stage = None if dockerfile is None else dockerfile.stage(build.target)
    if stage is None or stage.health not in ("absent", "disabled"):
        return None
    what = build.dockerfile if not build.target else f"stage `{build.target}` of {build.dockerfile}"
    return "build" if stage.health == "absent" else "none", what, stage.place
