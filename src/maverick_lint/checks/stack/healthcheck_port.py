"""stack/healthcheck-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.facts.proxies import ServerBlock
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import places_of
from maverick_lint.stack.listening import listening, stage_listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.probes import Probe
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.listening import Listening
    from maverick_lint.stack.model import Stack

# An image with many ports is one of several programs, and one of them may listen on another port for its health.
_FEW: Final = 2


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address in a health check on whose port nothing listens."""
    seen: set[Place] = set()
    # what an nginx of the image listens on stands in its configuration, and often is not exposed
    proxied = frozenset(port for server in stack.every(ServerBlock) for port in server.ports)
    for dockerfile in stack.every(DockerfileFact):
        for stage in dockerfile.stages:
            heard = stage_listening(stack, stage) if stage.probes else None
            if heard is not None:
                yield from _of(stage.probes, heard, "the image", None, seen, proxied)
    for service in stack.every(Service):
        heard = listening(stack, service) if service.probes else None
        if heard is not None:
            yield from _of(service.probes, heard, f"service `{service.name}`", service, seen, proxied)


def _of(  # noqa: PLR0913 - what is asked, what answers, and what was said
    probes: tuple[Probe, ...],
    heard: Listening,
    what: str,
    service: Service | None,
    seen: set[Place],
    proxied: frozenset[int],
) -> Iterator[Hit]:
    if not heard.firm or len(heard.ports) > _FEW:
        return
    for probe in probes:
        if probe.port is None or probe.port in heard.own or probe.port in proxied or probe.place in seen:
            continue
        seen.add(probe.place)
        own = () if service is None else (Related(service.place, f"service `{service.name}`"),)
        places = places_of(heard, None if service is None else service.place)
        yield Hit(probe.place, {"port": probe.port, "what": what, "ports": heard.shown}, related=(*own, *places))
