"""How often what a rule reads is scraped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def known_servers(stack: Stack) -> list[PrometheusFact]:
    """Return the configurations of servers that evaluate rules; none where some of their jobs are not known."""
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    return [] if any(server.splits for server in servers) else servers


def shortest(servers: list[PrometheusFact], job: str) -> tuple[float, Place] | None:
    """Return the shortest interval in seconds of the job, or of all, with its place; None when one is not known."""
    found = [_of_server(server, job) for server in servers]
    known = [one for one in found if one is not None]
    return min(known) if known and len(known) == len(found) else None


def _of_server(server: PrometheusFact, job: str) -> tuple[float, Place] | None:
    if server.interval is None:
        return None
    own = [(one.interval or server.interval, one.place) for one in server.jobs if one.name == job and not one.renames]
    every = [(one.interval or server.interval, one.place) for one in server.jobs]
    return min(own or every, default=(server.interval, server.place))
