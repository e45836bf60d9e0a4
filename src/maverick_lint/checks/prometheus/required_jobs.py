"""The application, its machine and its database are scraped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.prometheus._loading import servers
from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.mounted import readers
from maverick_lint.stack.services import folders_above
from maverick_lint.stack.services import home as home_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.monitoring import ScrapeJob
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_NODE: Final = re.compile(r"\bnode|nodeexporter|\bhosts?\b", re.IGNORECASE)
_POSTGRES: Final = re.compile(r"postgres|\bpg|timescale", re.IGNORECASE)
# What is scraped beside an application: the monitoring itself, exporters, and what others make.
_OTHERS: Final = re.compile(
    r"prometheus|alertmanager|grafana|\bloki|promtail|tempo\b|mimir|thanos|cadvisor|exporter|postgres|\bpg|redis|mysql"
    r"|mariadb|mongo|memcache|rabbitmq|kafka|elastic|nginx|traefik|caddy|haproxy|envoy|pushgateway|blackbox|\bnode\b"
    r"|\bdocker\b|otel|collector|jaeger|consul|vault|minio|statsd|snmp|ping|probe",
    re.IGNORECASE,
)
_PORTS: Final = frozenset({"9090", "9091", "9093", "9100", "9187", "9121", "9113", "9104", "9115", "9216", "3100"})
_IMAGE: Final = re.compile(r"(?:^|/)(?:postgres|postgresql|postgis|timescaledb|pgvector)(?:-ha)?(?:[:@]|$)")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield what no configuration scrapes, at the first configuration."""
    known = servers(stack)
    jobs = [job for server in known for job in server.jobs]
    if not known or any(server.splits for server in known) or any(_may_be_anything(job) for job in jobs):
        return
    home = min(known, key=lambda server: (server.path.count("/"), server.path))
    if not any(_is_app(job) for job in jobs):
        yield Hit(home.place, {}, case="app")
    if not any(_has(job, _NODE, "9100") for job in jobs):
        yield Hit(home.place, {}, case="node")
    places = {home_of(one.project) for one in readers(stack, home.path, "prometheus")}
    beside = {*folders_above(home.path), *places} if places else None  # where others start it, the rest is not its own
    databases = (one for one in stack.every(Service) if one.image is not None and _IMAGE.search(one.image))
    database = next((one for one in databases if beside is None or home_of(one.project) in beside), None)
    if database is not None and not any(_has(job, _POSTGRES, "9187") for job in jobs):
        related = (Related(database.place, f"service `{database.name}` is a PostgreSQL"),)
        yield Hit(home.place, {"service": database.name}, case="postgres", related=related)


def _may_be_anything(job: ScrapeJob) -> bool:
    return job.discovered or job.metrics_path == "/federate" or any("${" in t or "{{" in t for t in job.targets)


def _has(job: ScrapeJob, name: re.Pattern[str], port: str) -> bool:
    if name.search(job.name.replace("_", "-")):
        return True
    return any(name.search(target) or target.rpartition(":")[2] == port for target in job.targets)


def _is_app(job: ScrapeJob) -> bool:
    # Many a configuration grew from the first example, whose only job is called prometheus.
    name = job.name.replace("_", "-")
    if name != "prometheus" and _OTHERS.search(name):
        return False
    if not job.targets:
        return name != "prometheus"
    hosts = [target.rpartition(":") for target in job.targets]
    return any(port not in _PORTS and not _OTHERS.search(host) for host, _, port in hosts)
