"""stack/deployment-ports: both sides of a blue-green deployment have the same ports everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.core.facts.proxies import Upstream
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import LOCAL, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.sides import Sides

_PAIR = 2


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port of a pair, of which the deploy script knows the other one only."""
    if not any(fact.kind in ("script", "pipeline") for fact in stack.facts):
        return
    from maverick_lint.stack.sides import sides  # half of the stack, only where something may deploy

    known = sides(stack)
    # a script and its rollback move between the same two
    alike = len({one.numbers for one in known}) == 1
    for one in known[:1] if alike else known:
        home = "" if alike else one.ports[0][1].path.partition("/")[0]
        for upstream in stack.every(Upstream):
            # of several deployments, each has the files beside it
            if home and upstream.path.partition("/")[0] != home:
                continue
            servers = [
                (server.port, server.place)
                for server in upstream.servers
                if server.address in LOCAL and server.port is not None
            ]
            yield from _differing(servers, one, f"upstream `{upstream.name}`")
        for prometheus in stack.every(PrometheusFact):
            if home and prometheus.path.partition("/")[0] != home:
                continue
            for job in prometheus.jobs:
                targets = [
                    (address[1], place)
                    for text, place in zip(job.targets, job.places, strict=True)
                    if (address := address_of(text)) is not None and address[0] in LOCAL and address[1] is not None
                ]
                yield from _differing(targets, one, f"job `{job.name}`")


def _differing(pair: Sequence[tuple[int, Place]], known: Sides, what: str) -> Iterator[Hit]:
    ports = {port for port, _ in pair}
    if len(ports) != _PAIR or not ports & known.numbers:
        return
    first, second = sorted(known.numbers)
    related = tuple(Related(place, f"the script moves to {port} here") for port, place in known.ports)
    for port, place in pair:
        if port not in known.numbers:
            yield Hit(place, {"what": what, "port": port, "first": first, "second": second}, related=related)
