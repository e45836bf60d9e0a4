"""stack/scraped-port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.stack._targets import Targets
from maverick_lint.core.facts.monitoring import PrometheusFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Hit
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each static target at which nothing answers."""
    for prometheus in stack.every(PrometheusFact):
        every = [target for job in prometheus.jobs for target in job.targets]
        every += [target for target, _ in prometheus.receivers]
        targets = Targets(stack, prometheus.path, every, "prometheus")
        for job in prometheus.jobs:
            for text, place in zip(job.targets, job.places, strict=False):
                if job.rewritten and "://" not in text:
                    continue  # only a prober is given URLs, and it asks them as Prometheus would
                hit = targets.judge(text, place, {"job": job.name})
                if hit is not None:
                    yield hit
