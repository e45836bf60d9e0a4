"""stack/scraped-side: Prometheus asks whichever side of a blue-green deployment is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.core.facts.proxies import Upstream
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import deployments
from maverick_lint.stack.sides import LOOPBACK, known_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.proxies import UpstreamServer
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield scrape jobs with one side of a deployment as their target, where no job has the other one."""
    sides = {port for one in deployments(stack) if one.swaps for port in known_ports(one)}
    if not sides:
        return
    for prometheus in stack.every(PrometheusFact):
        scraped = {_port(target) for job in prometheus.jobs for target in job.targets if _is_here(target)}
        for job in prometheus.jobs:
            ports = {_port(target) for target in job.targets if _is_here(target)}
            other = None if job.discovered else _other_side(stack, ports, sides, scraped)
            if other is not None:
                values = {"job": job.name, "port": str(other.port)}
                yield Hit(job.place, values, related=(Related(other.place, "the other side"),))


def _other_side(stack: Stack, ports: set[str], sides: set[str], scraped: set[str]) -> UpstreamServer | None:
    """Return a server of an upstream with one of these ports, that the deployment uses and nothing scrapes."""
    if not ports:
        return None
    for upstream in stack.every(Upstream):
        here = [one for one in upstream.servers if one.address in LOOPBACK and str(one.port) in sides]
        if any(str(one.port) in ports for one in here):
            other = next((one for one in here if str(one.port) not in scraped), None)
            if other is not None:
                return other
    return None


def _is_here(target: str) -> bool:
    return target.rpartition(":")[0] in LOOPBACK


def _port(target: str) -> str:
    return target.rpartition(":")[2]
