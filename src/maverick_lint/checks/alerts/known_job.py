"""A job that a rule names is scraped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import JobUse, PrometheusFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each job in a rule that no configuration scrapes, when all jobs are known."""
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    jobs = [job for server in servers for job in server.jobs]
    if not jobs or any(server.splits for server in servers):
        return
    if any(job.renames or job.discovered or job.metrics_path == "/federate" or "${" in job.name for job in jobs):
        return
    known = {job.name for job in jobs}
    for use in stack.every(JobUse):
        if use.job not in known:
            near = close_matches(use.job, sorted(known), 1, 0.6)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            related = (Related(servers[0].place, "the jobs that are scraped"),)
            yield Hit(use.place, {"job": use.job, "hint": hint}, related=related)
