"""compose/order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

_TOP: Final = ("version", "name", "include", "services", "networks", "volumes", "secrets", "configs")
_SERVICE: Final = (
    "image", "build", "container_name", "depends_on", "volumes", "volumes_from", "configs", "secrets", "environment",
    "env_file", "ports", "networks", "network_mode", "extra_hosts", "command", "entrypoint", "working_dir", "restart",
    "healthcheck", "logging", "labels", "user", "isolation",
)  # fmt: skip
_SIGNS: Final = "_-,;:!?./|"


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each thing that stands before what belongs before it, of the kinds that the settings name."""
    wanted = options["sorted"]
    if document.tree is None:
        return
    if "top-level" in wanted:
        own = sorted(key for key, _ in _keys(document.tree) if key.startswith("x-"))
        yield from _keys_in_order(document.tree, (*own, *_TOP), "top", "top-level-properties-order")
    services = document.tree.get("services")
    if services is None:
        return
    if "services" in wanted:
        yield from _services(services)
    first = FirstTime()
    for service in document.model.services:
        if service.value.file.home and first(service.value):
            if "keys" in wanted:
                node = service.value.node
                others = sorted((key for key, _ in _keys(node) if key not in _SERVICE), key=_rank)
                yield from _keys_in_order(node, (*_SERVICE, *others), "", "service-keys-order", service.name)
            yield from _lists(service, wanted)


def _keys(node: Node) -> list[tuple[str, Node]]:
    return [(key.raw, key) for key, _ in node.children if key is not None]


def _keys_in_order(node: Node, order: Sequence[str], case: str, name: str, service: str = "") -> Iterator[Hit]:
    places = {key: place for place, key in enumerate(order)}
    last = -1
    before = ""
    for key, at in _keys(node):
        place = places.get(key)
        if place is None:
            continue
        if place < last:
            values = {"key": key, "before": before, "service": service}
            yield Hit(at, values, case, equivalents=(f"dclint:{name}",))
            if case == "top":
                continue
        last, before = place, key


def _services(services: Node) -> Iterator[Hit]:
    last: tuple[tuple[int, int | str], ...] = ()
    name = ""
    for key, at in _keys(services):
        rank = _rank(key)
        if rank < last:
            yield Hit(at, {"key": key, "before": name}, "services", equivalents=("dclint:services-alphabetical-order",))
        else:
            last, name = rank, key


def _lists(service: Service, wanted: Sequence[str]) -> Iterator[Hit]:
    depends_on = service.get("depends_on")
    if "dependencies" in wanted and depends_on is not None and depends_on.file.home:
        names = [link.service for link in service.depends_on if link.at.file.home]
        if names != sorted(names, key=_rank):
            equivalents = ("dclint:service-dependencies-alphabetical-order",)
            yield Hit(depends_on.key_at, {"service": service.name}, "dependencies", equivalents=equivalents)
    ports = service.get("ports")
    if "ports" in wanted and ports is not None and ports.file.home:
        numbers = [port.target if port.chosen else port.published for port in service.ports]
        known = [number for number in numbers if number is not None]
        if len(known) == len(numbers) and known != sorted(known):
            equivalents = ("dclint:service-ports-alphabetical-order",)
            yield Hit(ports.key_at, {"service": service.name}, "ports", equivalents=equivalents)


def _rank(name: str) -> tuple[tuple[int, int | str], ...]:
    """Return what names are compared by: signs before digits before letters, whose case does not count."""
    ranked: list[tuple[int, int | str]] = []
    for character in name.lower():
        sign = _SIGNS.find(character)
        ranked.append((0, sign) if sign >= 0 else (1 if character.isdecimal() else 2, character))
    return tuple(ranked)
