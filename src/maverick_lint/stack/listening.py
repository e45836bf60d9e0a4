"""The ports on which a Compose service, or a stage of a Dockerfile, may listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import image_ports, short_name
from maverick_lint.stack.services import root_base, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.facts.containers import Service, StageFact
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
# Where a program listens on all addresses, it is its own port; another program is reached by a name.
_OWN_ADDRESS: Final = re.compile(r"(?:LISTEN|BIND|ADDR|ADDRESS|HOST|HTTP|SERVER|LISTEN_ON|URLS)\Z", re.IGNORECASE)
_EVERYWHERE: Final = re.compile(r"(?:https?://)?(?:0\.0\.0\.0|\[::\]|\*|\+|):(\d{2,5})\Z")
_SETTINGS: Final = re.compile(r"\.(?:conf|cnf|ini|ya?ml|toml|properties)\Z|/(?:conf|conf\.d|config)/?\Z")
_HIGHEST: Final = 65535


@record
class Listening:
    """The ports on which a service listens.

    said     the ports that its image exposes or its command names, each with the place and the words that say so
    own      each port that its image and settings name: those, and every number in commands and variables
    probed   each number in its health check
    perhaps  every port that it may listen on: those, and the ones that Compose publishes or exposes
    """

    said: tuple[tuple[int, Place, str], ...]
    own: frozenset[int]
    probed: frozenset[int]
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


def listening(stack: Stack, service: Service) -> Listening | None:
    """Return the ports that a service listens on; None when that is unknown."""
    memo = stack.memo.setdefault("listening", {})
    assert isinstance(memo, dict)  # noqa: S101 - made in the line above
    key = (service.project, service.name)
    if key not in memo:
        memo[key] = _listening(stack, service)
    found: Listening | None = memo[key]
    return found


def is_silent(stack: Stack, service: Service, port: int) -> bool:
    """Say whether a part of a service, as an override has it, sets nothing that could make it listen on a port."""
    words = [*service.entrypoint, *service.command, *service.probe]
    values = [*service.values, *service.arguments]
    if service.network_mode != "" or service.build is not None or any(word is None for word in words):
        return False
    if any(value is None and _PORT_NAME.search(name) for name, value in values):
        return False
    return port not in {*_numbers(stack, words, values), *_ranges(service)}


def _listening(stack: Stack, service: Service) -> Listening | None:
    if service.network_mode not in ("", "bridge") or not service.complete:
        return None
    stage = stage_of(stack, service)
    words: list[Text] = [*service.entrypoint, *service.command]
    values = [*service.values, *service.arguments]
    named = zip(service.values, service.value_places, strict=False)
    said = [(port, at, "environment") for (name, text), at in named if (port := _own_port(name, text)) is not None]
    probe = [*service.probe, *(stage.probe if stage is not None else ())]
    if service.build is not None:
        if stage is None or (stage.exposes and not stage.ports):
            return None
        said.extend(_said_by_image(service, stage))
        words += stage.command if not service.command else ()
        values += [(name, text) for name, text in stage.environment if name not in service.environment]
    base = root_base(stack, service)
    known = image_ports(base) if base is not None else ()
    if service.build is None:
        said.extend((port, service.image_place or service.place, "image") for port in known)
    published = [port.target[0] for port in service.ports if port.target and port.target[0] == port.target[1]]
    if service.build is not None and not said:
        said.extend((port, service.place, "ports") for port in published)
    if base is not None and known and _is_configured(service, base):
        return None
    return _listening_of(stack, said, words, values, probe, known, _ranges(service))


def stage_listening(stack: Stack, stage: StageFact) -> Listening | None:
    """Return the ports on which a container of a stage listens when nothing else is set; None when that is unknown."""
    if stage.exposes and not stage.ports:
        return None
    said = list(_said_by_image(None, stage))
    known = image_ports(stage.base) if stage.base else ()
    return _listening_of(stack, said, list(stage.command), list(stage.environment), list(stage.probe), known, ())


def _listening_of(  # noqa: PLR0913 - the places where a port can be named
    stack: Stack,
    said: list[tuple[int, Place, str]],
    words: list[Text],
    values: list[tuple[str, Text]],
    probe: list[Text],
    known: tuple[int, ...],
    published: tuple[int, ...],
) -> Listening | None:
    if not said or any(word is None for word in words):
        return None
    if any(value is None and _PORT_NAME.search(name) for name, value in values):
        return None
    own = {*(port for port, _, _ in said), *known, *_numbers(stack, words, values)}
    probed = frozenset(_numbers(stack, probe, ()))
    return Listening(tuple(said), frozenset(own), probed, frozenset({*own, *probed, *published}))


def _ranges(service: Service) -> tuple[int, ...]:
    given = [*(port.target for port in service.ports if port.target), *service.exposed]
    return tuple(port for low, high in given for port in range(low, min(high, low + 1000) + 1))


def _is_configured(service: Service, image: str) -> bool:
    """Say whether a mounted file may set another port than the image's own."""
    if image_ports(image) == (9000,) or "prom" in short_name(image) or "exporter" in image:
        return False
    return any(_SETTINGS.search(mount.target or ".conf") for mount in service.mounts if mount.type != "tmpfs")


def _said_by_image(service: Service | None, stage: StageFact) -> Iterator[tuple[int, Place, str]]:
    for port, place in zip(stage.ports, stage.port_places, strict=True):
        yield port, place, "EXPOSE"
    given = service.command if service is not None else ()
    own = given or (() if service is not None and service.entrypoint else stage.command)
    places = service.command_places if service is not None and given else stage.command_places
    fallback = service.place if service is not None and given else stage.place
    for port, index in asked_ports(own):
        yield port, places[index] if index < len(places) else fallback, "command"
    given_names = frozenset(service.environment) if service is not None else frozenset()
    for name, value in stage.environment:
        if name not in given_names and (number := _own_port(name, value)) is not None:
            yield number, stage.place, "ENV"


def _own_port(name: str, text: Text) -> int | None:
    """Return the port that a variable has its program listen on: `PORT=8000`, `LISTEN_ADDR=0.0.0.0:8000`."""
    plain = (text or "").strip("\"'")
    if _OWN_PORT.match(name) is not None:
        return int(plain) if _is_port(plain) else None
    match = _EVERYWHERE.match(plain) if _OWN_ADDRESS.search(name) is not None else None
    return int(match[1]) if match is not None and _is_port(match[1]) else None


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


def asked_ports(words: tuple[Text, ...]) -> Iterator[tuple[int, int]]:
    """Yield the ports that the options of a command name, with the number of their word: `--bind=0.0.0.0:8000`."""
    for index, word in enumerate(words):
        match = _PORT_OPTION.match(word or "")
        if match is None:
            if word == "runserver":
                at = next(
                    (n for n, w in enumerate(words[index + 1 :], index + 1) if w and not w.startswith("-")), index
                )
                yield from ((port, at) for port in _port_in(words[at]))
            continue
        at = index if match[1] is not None or index + 1 == len(words) else index + 1
        yield from ((port, at) for port in _port_in(match[1] if match[1] is not None else words[at]))


def _port_in(text: Text) -> Iterator[int]:
    match = _ADDRESS.match(text or "")
    if match is not None and _is_port(match[1]):
        yield int(match[1])


def _is_port(text: Text) -> bool:
    return text is not None and text.isdecimal() and 0 < int(text) <= _HIGHEST


def _scripts(stack: Stack) -> dict[str, Script]:
    known = stack.memo.get("scripts-by-name")
    if not isinstance(known, dict):
        known = {script.path.rpartition("/")[2]: script for script in stack.every(Script)}
        stack.memo["scripts-by-name"] = known
    return known
