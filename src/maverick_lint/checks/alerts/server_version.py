"""The Prometheus that is run knows what its rules use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.alerts._servers import flags, prometheus_services, version
from maverick_lint.core.facts.monitoring import RuleUse
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Service
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each part of the language that the oldest Prometheus of the repository does not know, or has not enabled.

    Where no service runs one, version 3 is meant.
    """
    services = prometheus_services(stack)
    for use in stack.every(RuleUse):
        if use.what != "feature":
            continue
        for service in services:
            hit = _judge(use, service)
            if hit is not None:
                yield hit
                break
        if not services and use.amount < 0:
            yield Hit(use.place, {"feature": use.name, "version": _shown(-use.amount)}, "gone")


def _judge(use: RuleUse, service: Service) -> Hit | None:
    running = version(service)
    related = (Related(service.image_place or service.place, f"service `{service.name}` runs {service.image}"),)
    if use.amount < 0:
        if running is not None and running < -use.amount:
            return None
        return Hit(use.place, {"feature": use.name, "version": _shown(-use.amount)}, "gone", related)
    if running is not None and running < use.amount:
        values = {"feature": use.name, "version": _shown(use.amount), "running": _shown(running)}
        return Hit(use.place, values, "old", related)
    given = flags(service)
    if use.text and given is not None and not service.entrypoint:
        enabled = {word.strip() for word in given.get("--enable-feature", "").split(",")}
        if use.text not in enabled:
            return Hit(use.place, {"feature": use.name, "flag": use.text, "service": service.name}, "flag", related)
    return None


def _shown(number: float) -> str:
    major, minor = divmod(number, 100)
    # A half is a version after the last one that is known.
    return f"{major:g}.{minor:g}" if minor == int(minor) else f"{major:g}.{int(minor) + 1} or a later version"
