"""What looks like a recording rule's metric is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._servers import prometheus_services
from maverick_lint.core.facts.monitoring import PrometheusFact, Recorded, RuleUse
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each use of a metric with a colon in its name that no rule of the repository records.

    Only a repository that has the configuration of its Prometheus, or rules that record, tells what is recorded.
    """
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    recorded = {fact.name: fact for fact in stack.every(Recorded)}
    if any(server.reads for server in servers) or _federates(servers):
        return
    whole = bool(servers) and bool(prometheus_services(stack))
    for use in stack.every(RuleUse):
        if use.what != "record" or use.name in recorded:
            continue
        near = close_matches(use.name, sorted(recorded), 1, 0.85)
        if near:
            related = (Related(recorded[near[0]].place, f"`{near[0]}` is recorded"),)
            yield Hit(use.place, {"metric": use.name, "hint": f"; did you mean `{near[0]}`?"}, related=related)
        elif whole:
            yield Hit(use.place, {"metric": use.name, "hint": ""})


def _federates(servers: list[PrometheusFact]) -> bool:
    return any(job.metrics_path == "/federate" for server in servers for job in server.jobs)
