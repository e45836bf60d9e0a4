"""A rule looks no further back than Prometheus keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.alerts._servers import flags, prometheus_services
from maverick_lint.core.facts.monitoring import PrometheusFact, RuleUse
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Service
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_FLAGS: Final = ("--storage.tsdb.retention.time", "--storage.tsdb.retention")
_USUAL: Final = 15 * 86400.0


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each range and offset that reaches behind the longest history of the services that run Prometheus."""
    services = prometheus_services(stack)
    servers = stack.every(PrometheusFact)
    kept = [(_kept(service), service) for service in services]
    if not kept or any(server.reads for server in servers) or any(one is None for one, _ in kept):
        return
    most, service = max(((one or 0.0, service) for one, service in kept), key=lambda pair: pair[0])
    for use in stack.every(RuleUse):
        if use.what == "reach" and use.amount > most:
            values = {"what": use.name, "days": f"{use.amount / 86400:.3g}", "kept": f"{most / 86400:.3g}"}
            related = (Related(service.place, f"service `{service.name}` runs the Prometheus"),)
            yield Hit(use.place, values, related=related)


def _kept(service: Service) -> float | None:
    """Return how many seconds a service keeps; None where that is not known."""
    given = flags(service)
    if given is None or service.entrypoint:
        return None
    text = next((given[flag] for flag in _FLAGS if flag in given), None)
    if text is None:
        return _USUAL if "--storage.tsdb.retention.size" not in given else None
    return seconds(text)
