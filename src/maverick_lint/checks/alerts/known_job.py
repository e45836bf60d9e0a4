"""A job that a rule names is scraped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import JobUse, PrometheusFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LOCAL: Final = re.compile(r"(?:^|[._/-])(?:local|dev|development|tests?|examples?)[._/-]")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each job in a rule that no configuration scrapes, when all jobs are known."""
    servers = [fact for fact in stack.every(PrometheusFact) if fact.stores]
    # what is scraped on a developer's machine says nothing of the alerts of production
    servers = [fact for fact in servers if not _LOCAL.search(fact.path.lower())] or servers
    jobs = [job for server in servers for job in server.jobs]
    if not jobs or any(server.splits for server in servers):
        return
    if any(job.renames or job.discovered or job.metrics_path == "/federate" or "${" in job.name for job in jobs):
        return
    known = {job.name for job in jobs}
    for use in stack.every(JobUse):
        if use.job not in known:
            near = close_matches(use.job, sorted(known), 1, 0.8 if use.among else 0.6)
            if use.among and (not near or near[0] in use.among):
                continue  # a choice may name jobs that other servers have
            hint = f"; did you mean `{near[0]}`?" if near else ""
            related = (Related(servers[0].place, "the jobs that are scraped"),)
            yield Hit(use.place, {"job": use.job, "hint": hint}, related=related)
