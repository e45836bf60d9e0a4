"""Compose services as others reach them: by which names, and on which ports something may listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service, StageFact
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import image_ports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

Text = str | None

_NUMBER: Final = re.compile(r"(?<![\w.])\d{2,5}(?![\w.]*\w)|(?<=:)\d{2,5}\b")
_PORT_OPTION: Final = re.compile(
    r"--?(?:[\w.-]*port|p|b|bind|l|listen|addr|address|[\w.-]*listen-address|http|host)(?:=(.*))?\Z", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"(?:[\w.*\[\]-]*:)?(\d{2,5})\Z")
_PORT_NAME: Final = re.compile(r"PORT|LISTEN|ADDR|BIND", re.IGNORECASE)
_OWN_PORT: Final = re.compile(
    r"(?:(?:HTTP|SERVER|APP|WEB|API|LISTEN|LISTENING|SERVICE|UVICORN|GUNICORN|FLASK_RUN|FLASK_SERVER|ASPNETCORE_HTTP|RAILS)_)?"
    r"PORT\Z"
)
_HIGHEST: Final = 65535


@record
class Listening:
    """The ports on which a service listens.

    said     the ports that its image exposes or its command names, each with the place and the words that say so
    perhaps  every port that it may listen on: those, and each number that its settings name
    """

    said: tuple[tuple[int, Place, str], ...]
    perhaps: frozenset[int]

    @property
    def ports(self) -> tuple[int, ...]:
        """The ports that are said, each once, in order."""
        return tuple(sorted({port for port, _, _ in self.said}))

    @property
    def firm(self) -> bool:
        """Whether more says so than the ports that Compose publishes: the process may have others beside them."""
        return any(what != "ports" for _, _, what in self.said)

    @property
    def shown(self) -> str:
        """The ports as a message names them: `8000 and 9100`."""
        texts = [str(port) for port in self.ports]
        return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


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
    while stage is not None and stage.base_stage is not None and fact is not None:
        wanted = stage.base_stage
        stage = next((one for one in fact.stages if one.index == wanted), None)
    return None if stage is None else stage.base


def _dockerfiles(stack: Stack) -> dict[str, DockerfileFact]:
    known = stack.memo.get("dockerfiles-by-path")
    if not isinstance(known, dict):
        known = stack.memo["dockerfiles-by-path"] = {fact.path: fact for fact in stack.every(DockerfileFact)}
    return known


def _scripts(stack: Stack) -> dict[str, Script]:
    known = stack.memo.get("scripts-by-name")
    if not isinstance(known, dict):
        known = {script.path.rpartition("/")[2]: script for script in stack.every(Script)}
        stack.memo["scripts-by-name"] = known
    return known


def listening(stack: Stack, service: Service) -> Listening | None:
    """Return the ports that a service listens on; None when that is unknown."""
    memo = stack.memo.setdefault("listening", {})
    assert isinstance(memo, dict)  # noqa: S101 - made in the line above
    key = (service.project, service.name)
    if key not in memo:
        memo[key] = _listening(stack, service)
    found: Listening | None = memo[key]
    return found


def _listening(stack: Stack, service: Service) -> Listening | None:
    if service.network_mode not in ("", "bridge") or not service.complete:
        return None
    stage = stage_of(stack, service)
    said: list[tuple[int, Place, str]] = []
    words: list[Text] = [*service.entrypoint, *service.command, *service.probe]
    values = [*service.values, *service.arguments]
    if service.build is not None:
        if stage is None or (stage.exposes and not stage.ports):
            return None
        said.extend(_said_by_image(service, stage))
        words += [*(stage.command if not service.command else ()), *stage.probe]
        values += stage.environment
    base = root_base(stack, service)
    known = image_ports(base) if base is not None else ()
    if service.build is None:
        said.extend((port, service.image_place or service.place, "image") for port in known)
    said.extend(
        (int(v), service.place, "environment") for n, v in service.values if v and _OWN_PORT.match(n) and _is_port(v)
    )
    published = [port.target[0] for port in service.ports if port.target and port.target[0] == port.target[1]]
    if service.build is not None and not said:
        said.extend((port, service.place, "ports") for port in published)
    if not said or _unknown(words, values):
        return None
    perhaps = {port for port, _, _ in said} | set(known) | set(_numbers(stack, words, values))
    for low, high in [*(port.target for port in service.ports if port.target), *service.exposed]:
        perhaps.update(range(low, min(high, low + 1000) + 1))
    return Listening(tuple(said), frozenset(perhaps))


def _said_by_image(service: Service, stage: StageFact) -> Iterator[tuple[int, Place, str]]:
    for port, place in zip(stage.ports, stage.port_places, strict=True):
        yield port, place, "EXPOSE"
    own = service.command or (() if service.entrypoint else stage.command)
    for port in _asked(own):
        yield port, service.place if service.command else stage.place, "command"
    for name, value in stage.environment:
        if value and _OWN_PORT.match(name) and _is_port(value):
            yield int(value), stage.place, "ENV"


def _unknown(words: Iterable[Text], values: Iterable[tuple[str, Text]]) -> bool:
    """Say whether a part that is not known may decide the port."""
    return any(word is None for word in words) or any(
        value is None and _PORT_NAME.search(name) for name, value in values
    )


def _numbers(stack: Stack, words: Iterable[Text], values: Iterable[tuple[str, Text]]) -> Iterator[int]:
    """Yield each number that may be a port in the words, in the values, and in the scripts that the words start."""
    scripts = _scripts(stack)
    texts = [text for text in [*words, *(value for _, value in values)] if text]
    for word in list(texts):
        script = scripts.get(word.rpartition("/")[2])
        for command in script.commands if script is not None else ():
            texts.extend(one.expanded or one.raw for one in command.words)
    for text in texts:
        yield from (int(match) for match in _NUMBER.findall(text))


def _asked(words: tuple[Text, ...]) -> Iterator[int]:
    """Yield the ports that the options of a command name: `--port 8000`, `--bind=0.0.0.0:8000`."""
    for index, word in enumerate(words):
        match = _PORT_OPTION.match(word or "")
        if match is None:
            if word == "runserver":
                yield from _port_in(next((w for w in words[index + 1 :] if w and not w.startswith("-")), ""))
            continue
        yield from _port_in(match[1] if match[1] is not None else (words[index + 1 : index + 2] or ("",))[0])


def _port_in(text: Text) -> Iterator[int]:
    match = _ADDRESS.match(text or "")
    if match is not None and _is_port(match[1]):
        yield int(match[1])


def _is_port(text: Text) -> bool:
    return text is not None and text.isdecimal() and 0 < int(text) <= _HIGHEST
