"""Which well-known exporters a repository runs or scrapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.stack.image_ports import short_name, tag_of

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# The last part of the names of images, and how jobs and targets are called.
_WORDS: Final = {
    "node_exporter": re.compile(r"node[_-]?exporter"),
    "prometheus": re.compile(r"prometheus\Z"),
    "alertmanager": re.compile(r"alertmanager\Z"),
    "blackbox_exporter": re.compile(r"blackbox[_-]?exporter"),
    "nginx_exporter": re.compile(r"nginx-prometheus-exporter|nginx[_-]?exporter"),
    "postgres_exporter": re.compile(r"postgres(?:ql)?[_-]?exporter"),
    "redis_exporter": re.compile(r"redis[_-]?exporter"),
    "mysqld_exporter": re.compile(r"mysqld?[_-]?exporter"),
    "cadvisor": re.compile(r"cadvisor"),
}
_PORTS: Final = {
    "node_exporter": "9100", "alertmanager": "9093", "blackbox_exporter": "9115", "nginx_exporter": "9113",
    "postgres_exporter": "9187", "redis_exporter": "9121", "mysqld_exporter": "9104", "prometheus": "9090",
}  # fmt: skip
# Earlier versions had other names, which the table does not hold.
_SINCE: Final = {"node_exporter": (0, 16), "postgres_exporter": (0, 12), "prometheus": (2, 42), "cadvisor": (0, 35)}
_VERSION: Final = re.compile(r"v?(\d+)\.(\d+)")


def running(stack: Stack) -> dict[str, Place]:
    """Return where each exporter is run or scraped; none of which an old version is run."""
    found: dict[str, Place] = {}
    old = set()
    for service in stack.every(Service):
        name = short_name(service.image).rpartition("/")[2] if service.image is not None else ""
        for exporter, words in _WORDS.items():
            if name and words.search(name):
                found.setdefault(exporter, service.image_place or service.place)
                version = _VERSION.match(tag_of(service.image or "") or "")
                if version is not None and (int(version[1]), int(version[2])) < _SINCE.get(exporter, (0, 0)):
                    old.add(exporter)
    for server in stack.every(PrometheusFact):
        for job in server.jobs:
            for exporter, words in _WORDS.items():
                ports = [target.rpartition(":")[2] for target in job.targets]
                if words.search(job.name) or _PORTS.get(exporter) in ports:
                    found.setdefault(exporter, job.place)
    return {exporter: place for exporter, place in found.items() if exporter not in old}
