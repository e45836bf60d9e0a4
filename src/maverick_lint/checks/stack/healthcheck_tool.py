"""stack/healthcheck-tool: the program of a health check in a Compose file is in the image of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.image_ports import short_name, tag_of
from maverick_lint.stack.launchers import split
from maverick_lint.stack.services import stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Which of curl and wget well-known images lack, on Debian and on Alpine (their Dockerfiles and documentation, 2026-11).
_BOTH: Final = ("curl", "wget")
_LACKS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "postgres": (_BOTH, ("curl",)), "redis": (_BOTH, ("curl",)), "memcached": (_BOTH, ("curl",)),
    "prom/prometheus": (("curl",), ()), "prom/alertmanager": (("curl",), ()), "prom/node-exporter": (("curl",), ()),
    "prom/pushgateway": (("curl",), ()), "prom/blackbox-exporter": (("curl",), ()),
    "quay.io/keycloak/keycloak": (_BOTH, ()), "traefik": (("curl",), ("curl",)),
}  # fmt: skip
_SLIM: Final = frozenset({"python", "node", "ruby", "rust", "golang", "debian", "ubuntu"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each curl and wget that a health check runs in a container without it."""
    for service in stack.every(Service):
        tools = _lacking(stack, service) if service.probe else ()
        if not tools or any(mount.target is None or "/bin" in mount.target for mount in service.mounts):
            continue
        for tool, place in _called(service):
            if tool in tools:
                yield _hit(stack, service, tool, place)


def _lacking(stack: Stack, service: Service) -> tuple[str, ...]:
    if service.build is not None:
        stage = stage_of(stack, service)
        return () if stage is None else stage.lacks
    name, tag = short_name(service.image or ""), tag_of(service.image or "")
    alpine = "alpine" in tag
    if name in _SLIM and ("slim" in tag or name in ("debian", "ubuntu")):
        return _BOTH
    if name in _SLIM and alpine:
        return ("curl",)
    return _LACKS.get(name, ((), ()))[1 if alpine else 0]


def _called(service: Service) -> Iterator[tuple[str, Place]]:
    """Yield the first word of each command of the test."""
    words = service.probe
    if words[:1] == ("CMD",):
        if len(words) > 1 and words[1] and len(service.probe_places) > 1:
            yield words[1], service.probe_places[1]
        return
    text = " ".join(word or "$" for word in (words[1:] if words[:1] == ("CMD-SHELL",) else words))
    at = service.probe_places[min(1, len(service.probe_places) - 1)] if service.probe_places else None
    for command in split(text) if at is not None else ():
        if command[0] and at is not None:
            yield command[0], at


def _hit(stack: Stack, service: Service, tool: str, place: Place) -> Hit:
    stage = stage_of(stack, service) if service.build is not None else None
    at = service.image_place or service.place if stage is None else stage.place
    image = service.image if stage is None or not stage.base else stage.base
    values = {"service": service.name, "tool": tool, "image": image or "its image"}
    return Hit(place, values, related=(Related(at, "the image"),))
