"""The chains of joints that begin at a place: from an address to the service, its image and what its process says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, EnvFile, Service
from maverick_lint.core.facts.monitoring import DataSource, PrometheusFact
from maverick_lint.core.facts.proxies import Proxy, Upstream
from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.stack.joints import address_of, places_of
from maverick_lint.stack.listening import listening, stage_listening
from maverick_lint.stack.services import services_at, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.stack.model import Stack

Link = tuple[Place, str]


@record
class Chain:
    """What a place leads to, one link after another; each link has a place and says what is there."""

    start: Place
    what: str
    links: tuple[Link, ...] = ()


def chains(stack: Stack) -> Iterator[Chain]:
    """Yield the chain of each address, published port, build, deployed image and called script of a repository."""
    yield from _proxied(stack)
    yield from _monitored(stack)
    yield from _connected(stack)
    for service in stack.every(Service):
        yield Chain(service.place, f"service `{service.name}`", tuple(_made(stack, service)))
        for port in service.ports:
            yield Chain(port.place, f"a port of service `{service.name}`", tuple(_served(stack, service)))
        if service.build is not None:
            links = tuple(_made(stack, service))
            yield Chain(service.build.place, f"the build of service `{service.name}`", links)
    for file in stack.every(DockerfileFact):
        heard = stage_listening(stack, file.stages[-1])
        users = [
            (one.place, f"service `{one.name}` is built of it")
            for one in stack.every(Service)
            if one.build is not None and one.build.dockerfile == file.path
        ]
        said = [(related.at, related.message) for related in places_of(heard)] if heard is not None else []
        links = tuple((at, text) for at, text in (*said, *users) if isinstance(at, Place))
        for stage in file.stages[-1:]:
            yield Chain(stage.place, f"the image of {file.path}", links)
    yield from _deployed(stack)
    yield from _called(stack)
    yield from _started(stack)
    yield from _demanded(stack)


def _proxied(stack: Stack) -> Iterator[Chain]:
    upstreams: dict[str, list[Upstream]] = {}
    for upstream in stack.every(Upstream):
        upstreams.setdefault(upstream.name, []).append(upstream)
        for server in upstream.servers:
            if server.address and server.port:
                what = f"upstream `{upstream.name}` hands requests to {server.address}:{server.port}"
                yield Chain(server.place, what, tuple(_at(stack, server.address, upstream.path)))
    for proxy in stack.every(Proxy):
        links: list[Link] = []
        for upstream in upstreams.get(proxy.host or "", ()):
            for server in upstream.servers:
                links.append((server.place, f"upstream `{upstream.name}`: {server.address}:{server.port}"))
                links.extend(_at(stack, server.address, upstream.path) if server.address else ())
        if proxy.host and not links:
            links.extend(_at(stack, proxy.host, proxy.path))
        yield Chain(proxy.place, f"location `{proxy.location}` hands requests to {proxy.target}", tuple(links))


def _monitored(stack: Stack) -> Iterator[Chain]:
    for prometheus in stack.every(PrometheusFact):
        for job in prometheus.jobs:
            for text, place in zip(job.targets, job.places, strict=True):
                yield Chain(place, f"job `{job.name}` scrapes {text}", tuple(_of_address(stack, text, prometheus.path)))
        for text, place in prometheus.receivers:
            yield Chain(place, f"alerts go to {text}", tuple(_of_address(stack, text, prometheus.path)))
    for source in stack.every(DataSource):
        if source.url and source.url_place is not None:
            links = tuple(_of_address(stack, source.url, source.path))
            yield Chain(source.url_place, f"data source `{source.name}` asks {source.url}", links)


def _connected(stack: Stack) -> Iterator[Chain]:
    from maverick_lint.stack.addresses import in_variables, in_words  # only where somebody asks

    for service in stack.every(Service):
        named = [(name, text, at) for (name, text), at in zip(service.values, service.value_places, strict=True)]
        for use in (*in_variables(named), *in_words(service.command, service.command_places)):
            links = tuple(_at(stack, use.host, service.project))
            if links:
                yield Chain(use.place, f"`{use.name}` of service `{service.name}`", links)
    for file in stack.every(EnvFile):
        for use in in_variables(file.variables):
            links = tuple(_at(stack, use.host, file.path))
            if links:
                yield Chain(use.place, f"`{use.name}`", links)


def _deployed(stack: Stack) -> Iterator[Chain]:
    from maverick_lint.stack.images import deployed  # a large part of the stack
    from maverick_lint.stack.pushed_images import name_of, pushed  # as above

    images = list(pushed(stack))
    for one in deployed(stack):
        name = name_of(one.reference)
        links = tuple((other.place, f"pushes `{other.name}`") for other in images if other.name == name)
        yield Chain(one.word.place, f"`{one.reference}` is deployed", links)


def _called(stack: Stack) -> Iterator[Chain]:
    from maverick_lint.stack.script_calls import script_calls  # a large part of the stack

    for call in script_calls(stack):
        there = call.path in stack.files
        links = ((Place(call.path, Span(0, 0)), f"the script {call.path}"),) if there else ()
        yield Chain(call.place, f"{call.path} is called", links)


def _started(stack: Stack) -> Iterator[Chain]:
    from maverick_lint.stack.in_image import origin  # as above
    from maverick_lint.stack.started import started  # as above

    for one in started(stack):
        found = origin(one.stage, one.contexts[0], one.path, stack) if one.stage is not None and one.contexts else None
        if found is not None:
            path, placed = found
            links: list[Link] = [(placed.place, f"puts it to {one.path}")]
            links += [(Place(path, Span(0, 0)), f"the file {path}")] if path in stack.files else []
            yield Chain(one.place, f"{one.written} is started", tuple(links))


def _demanded(stack: Stack) -> Iterator[Chain]:
    from maverick_lint.core.facts.required import RequiredCheck  # few repositories have one
    from maverick_lint.stack.check_names import check_names  # as above

    for required in stack.every(RequiredCheck):
        jobs = [
            (one.job.place, f"job `{one.job.id}` reports it") for one in check_names(stack) if one.fits(required.name)
        ]
        yield Chain(required.place, f"the check `{required.name}` is demanded", tuple(jobs))


def _of_address(stack: Stack, text: str, path: str) -> Iterator[Link]:
    address = address_of(text)
    return _at(stack, address[0], path) if address is not None else iter(())


def _at(stack: Stack, host: str, path: str) -> Iterator[Link]:
    for service in services_at(stack, host, path):
        yield service.place, f"service `{service.name}` of {service.project}"
        yield from _made(stack, service)


def _made(stack: Stack, service: Service) -> Iterator[Link]:
    """Yield what a service is made of, and where its process says that it listens."""
    stage = stage_of(stack, service)
    if stage is not None and service.build is not None:
        yield stage.place, f"its image is built of {service.build.dockerfile}"
    elif service.image_place is not None:
        yield service.image_place, f"its image is {service.image or 'not known'}"
    yield from _served(stack, service)


def _served(stack: Stack, service: Service) -> Iterator[Link]:
    heard = listening(stack, service)
    for related in places_of(heard) if heard is not None else ():
        if isinstance(related.at, Place):
            yield related.at, f"listens by {related.message}"
    if heard is None:
        yield service.place, "where it listens is not known"
