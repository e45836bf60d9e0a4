"""What a service states of its network: its further names, the ports it listens on, and how its health is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.span import Place, Span
from maverick_lint.formats._probe import probes_in
from maverick_lint.formats.compose.ports import parse_port
from maverick_lint.formats.compose.words import read_pairs, read_words, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypedDict

    from maverick_lint.core.facts.probes import Probe
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.tree import Value
    from maverick_lint.formats.compose.words import Pair, Words

    Texts = tuple[tuple[str, str | None], ...]

    class Connections(TypedDict):
        """The fields of the fact of a service that speak of its network."""

        entrypoint: tuple[str | None, ...]
        network_mode: str | None
        aliases: tuple[str, ...]
        exposed: tuple[tuple[int, int], ...]
        values: Texts
        value_places: tuple[Place, ...]
        arguments: Texts
        argument_places: tuple[Place, ...]
        probe: tuple[str | None, ...]
        open_names: tuple[str, ...]
        probes: tuple[Probe, ...]
        command_places: tuple[Place, ...]
        probe_places: tuple[Place, ...]
        folder: str | None
        labels: tuple[tuple[str, str | None, Place], ...]
        entrypoint_places: tuple[Place, ...]
else:
    Connections = dict  # the class above costs 1 ms to make, and is a dict too


def connections(service: Service) -> Connections:
    """Return what a service states of its network."""
    mode, folder = service.get("network_mode"), service.get("working_dir")
    given = service.get("labels")
    labels = () if given is None else tuple(read_pairs(given))
    test = read_words(service.get("healthcheck", "test"))
    exposed = (parse_port(item, item.text.masked).target for item in _items(service.get("expose")) if item.text)
    return Connections(
        entrypoint=() if service.entrypoint is None else service.entrypoint.texts,
        network_mode="" if mode is None else mode.known,
        aliases=tuple(_aliases(service.get("networks"))),
        exposed=tuple(target for target in exposed if target is not None),
        values=_texts(service.environment),
        value_places=tuple(_at(pair) for pair in service.environment),
        arguments=() if service.build is None else _texts(service.build.args),
        argument_places=() if service.build is None else tuple(_name_at(pair) for pair in service.build.args),
        probe=() if test is None else test.texts,
        open_names=tuple(_open_names(service)),
        probes=() if test is None else tuple(_probes(test.at)),
        command_places=() if service.command is None else tuple(_word_places(service.command)),
        probe_places=() if test is None else tuple(_word_places(test)),
        folder="" if folder is None else folder.known,
        labels=tuple((one.name, one.text, _at(one)) for one in labels if one.name.startswith("traefik.")),
        entrypoint_places=() if service.entrypoint is None else tuple(_word_places(service.entrypoint)),
    )


def _word_places(words: Words) -> Iterator[Place]:
    """Yield where each word stands; those of a command in one text stand where that does."""
    items = words.at.items() if words.at.is_list else ()
    for index in range(len(words.texts)):
        yield items[index].place if items else words.at.place


def shared(model: Compose) -> tuple[str, ...]:
    """Return the networks that exist outside the project, or may: those that are external or have a given name."""
    found = (
        name
        for name, network in model.section("networks").items()
        if network.get("external") is not None or network.get("name") is not None
    )
    return tuple(found)


def _probes(test: Value) -> Iterator[Probe]:
    for value in test.items() if test.is_list else [test]:
        span = value.node.span
        yield from probes_in(value.file.path, value.file.source.text, span.start, span.end)


def _texts(pairs: tuple[Pair, ...]) -> Texts:
    return tuple((pair.name, pair.text) for pair in pairs)


def _at(pair: Pair) -> Place:
    found = value_at(pair)
    return (
        found
        if isinstance(found, Place)
        else Place(pair.at.file.path, found if isinstance(found, Span) else found.span)
    )


def _name_at(pair: Pair) -> Place:
    return pair.at.part_place(0, len(pair.name)) if pair.listed else pair.at.key_place


def _items(value: Value | None) -> list[Value]:
    return [] if value is None else list(value.items())


def _aliases(networks: Value | None) -> Iterator[str]:
    for network in networks.entries().values() if networks is not None and networks.is_map else ():
        for item in _items(network.get("aliases")):
            if item.known:
                yield item.known


def _open_names(service: Service) -> Iterator[str]:
    hosts = service.get("extra_hosts")
    if hosts is not None and hosts.is_map:
        yield from hosts.entries()
    for item in [*_items(hosts), *_items(service.get("external_links")), *_items(service.get("links"))]:
        text = item.known or ""
        first, _, last = text.partition(":")
        yield from (part for part in (first.partition("=")[0], last) if part)
