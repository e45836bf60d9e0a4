"""compose/duplicate-host-port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._profiles import COMPARED, may_meet
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.ports import Port

_EVERY = ("", "0.0.0.0", "::")  # noqa: S104 - the addresses that stand for every interface


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port of the host that an earlier entry has taken, where both services may run at once.

    A range that Docker may choose from (`8000-8010:80`) takes none of its ports for sure.
    """
    for view in document.model.views:
        yield from _duplicates(view)


def _duplicates(model: Compose) -> Iterator[Hit]:
    taken: dict[tuple[int, str], list[tuple[Service, Port]]] = {}
    for service in model.everyone:
        for port in service.ports:
            for number in _numbers(port):
                others = taken.setdefault((number, port.protocol), [])
                earlier = next((pair for pair in others[:COMPARED] if _clash(*pair, service, port)), None)
                others.append((service, port))
                if earlier is not None:
                    values: dict[str, str | int] = {"port": number, "service": service.name, "other": earlier[0].name}
                    case = "same" if earlier[0] is service else ""
                    yield Hit(port.at.at, values, case, (Related(earlier[1].at.place, "taken here"), *port.at.via))
                    break


def _numbers(port: Port) -> range:
    published, target = port.published, port.target
    if published is None or target is None or port.problem or port.host_ip is None:
        return range(0)
    if published[1] - published[0] != target[1] - target[0]:
        return range(0)
    return range(published[0], published[1] + 1)


def _clash(other: Service, one: Port, service: Service, port: Port) -> bool:
    if not may_meet(other, service):
        return False
    first, second = (one.host_ip or "").strip("[]"), (port.host_ip or "").strip("[]")
    if first == second:
        return True
    if first in _EVERY and second in _EVERY:
        return "" in (first, second)  # one of each family may share a port
    return ("" in (first, second)) or (_family(first) == _family(second) and (first in _EVERY or second in _EVERY))


def _family(address: str) -> int:
    return 6 if ":" in address else 4
