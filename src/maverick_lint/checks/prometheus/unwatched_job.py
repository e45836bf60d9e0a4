"""What exporters tell is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.prometheus._loading import servers
from maverick_lint.core.facts.monitoring import Alert, Recorded
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.monitoring import ScrapeJob
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# The usual port of an exporter, the names of its jobs, and how its metrics begin (the exporters' README, read 2026-11).
_EXPORTERS: Final = {
    "node": ("9100", "node node-exporter node_exporter nodeexporter", "node_"),
    "postgres": ("9187", "postgres-exporter postgres_exporter postgres postgresql", "pg_"),
    "redis": ("9121", "redis-exporter redis_exporter redis", "redis_"),
    "nginx": ("9113", "nginx-exporter nginx_exporter", "nginx_"),
    "mysqld": ("9104", "mysqld-exporter mysqld_exporter mysql-exporter", "mysql_"),
    "blackbox": ("9115", "", "probe_"),
    "cadvisor": ("", "cadvisor", "container_"),
}
_NAMED_JOB: Final = re.compile(r"\bjob\s*(?:=|=~)\s*[\"'`]([^\"'`]+)")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each scrape job of a known exporter none of whose metrics a rule reads."""
    alerts = stack.every(Alert)
    texts = [one.expression for one in alerts] + [one.expression for one in stack.every(Recorded)]
    asked = [job for text in texts for job in _NAMED_JOB.findall(text) if not re.fullmatch(r"\s*up\b.*", text)]
    for server in servers(stack) if alerts else ():
        for job in server.jobs:
            exporter = _exporter(job)
            if exporter is None or any(_may_be(job.name, name) for name in asked):
                continue
            prefix = _EXPORTERS[exporter][2]
            read = re.compile(rf"(?<![\w:]){prefix}|__name__|[{{,]\s*job\s*[!=]")
            if not any(read.search(text) for text in texts):
                yield Hit(job.place, {"exporter": exporter, "prefix": prefix, "job": job.name})


def _exporter(job: ScrapeJob) -> str | None:
    ports = {target.rpartition(":")[2] for target in job.targets}
    for name, (port, names, _) in _EXPORTERS.items():
        if job.name.lower() in names.split() and (not job.targets or port in ports or "exporter" in job.name.lower()):
            return name
        if port and ports == {port}:
            return name
    return "cadvisor" if job.name.lower() == "cadvisor" else None


def _may_be(job: str, asked: str) -> bool:
    """Say whether a matcher on `job` may mean this job: its name, or any regular expression."""
    return asked == job or not asked.replace("-", "").replace("_", "").isalnum()
