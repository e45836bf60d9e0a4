"""stack/metrics-exposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.core.facts.proxies import OpenRoot, Upstream
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import LOCAL, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.monitoring import ScrapeJob
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

Address = tuple[str, int | None]

_WORD: Final = re.compile(r"[A-Za-z]{2}")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each open location that hands on the metrics page of a scraped target."""
    scraped = [
        (job, _address(address), place)
        for prometheus in stack.every(PrometheusFact)
        for job in prometheus.jobs
        if not job.rewritten
        for text, place in zip(job.targets, job.places, strict=True)
        if (address := address_of(text)) is not None
    ]
    upstreams: dict[str, list[Upstream]] = {}
    for upstream in stack.every(Upstream):
        upstreams.setdefault(upstream.name, []).append(upstream)
    for root in stack.every(OpenRoot) if scraped else ():
        found = _first(scraped, set(_behind(root, upstreams)))
        if found is not None and root.location != "/":
            found = found if found[0].metrics_path.startswith(root.location.rstrip("/")) else None
        elif found is not None and any(
            _takes(modifier, path, found[0].metrics_path) for modifier, path in root.answered
        ):
            found = None
        if found is not None:
            job, place = found
            values = {"path": job.metrics_path, "job": job.name}
            yield Hit(root.place, values, related=(Related(place, f"job `{job.name}` scrapes it here"),))


def _first(scraped: list[tuple[ScrapeJob, Address, Place]], behind: set[Address]) -> tuple[ScrapeJob, Place] | None:
    return next(((job, place) for job, address, place in scraped if address in behind), None)


def _behind(root: OpenRoot, upstreams: dict[str, list[Upstream]]) -> Iterator[Address]:
    for upstream in upstreams.get(root.host, ()):
        for server in upstream.servers:
            if server.address and server.port:
                yield _address((server.address, server.port))
    if root.host not in upstreams:
        yield _address((root.host, root.port))


def _address(address: Address) -> Address:
    host, port = address
    return ("localhost" if host in LOCAL else host.lower(), port)


def _takes(modifier: str, location: str, path: str) -> bool:
    """Say whether a location answers a path in the place of `/`; in doubt it does."""
    if modifier == "=":
        return location == path
    if modifier in ("~", "~*"):
        # a pattern is not run: it may be one of those that take for ever
        return path.rpartition("/")[2].lower() in location.lower() or _WORD.search(location) is None
    return path.startswith(location)
