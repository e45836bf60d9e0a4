"""The metrics of well-known exporters, from a table that dev/exporter_table makes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

# How the metrics of the table begin: of another name the table is not even read.
BEGINS: Final = (
    "node_", "prometheus_", "alertmanager_", "probe_", "nginx_", "pg_", "redis_", "mysql_", "container_", "machine_",
    "go_", "process_", "promhttp_",
)  # fmt: skip
PARTS: Final = ("_bucket", "_count", "_sum")


@record
class Exporter:
    """What a well-known exporter gives.

    types  its metrics, each "counter", "gauge", "histogram", "summary" or "unknown"; it may have more
    """

    name: str
    source: str
    begins: tuple[str, ...]
    types: Mapping[str, str]


@lru_cache(maxsize=1)
def exporters() -> tuple[Exporter, ...]:
    """Return the exporters of the table (dev/exporter_table)."""
    import json  # only where a name begins so

    table = json.loads((Path(__file__).parent / "exporters.json").read_text(encoding="utf-8"))
    return tuple(
        Exporter(
            name,
            entry["source"],
            tuple(entry["begins"]),
            {
                metric: kind
                for kind in ("counter", "gauge", "histogram", "summary", "unknown")
                for metric in entry.get(kind, "").split()
            },
        )
        for name, entry in table.items()
    )


def is_strange(metric: str) -> bool:
    """Say whether a name begins as the metrics of a well-known exporter do, and the table has no such metric."""
    if not metric.startswith(BEGINS) or ":" in metric:
        return False
    owner = owner_of(metric)
    if owner is None or metric in owner.types:
        return False
    return not any(metric.endswith(part) and metric.removesuffix(part) in owner.types for part in PARTS)


def owner_of(metric: str) -> Exporter | None:
    """Return the exporter whose metrics begin so; None for what every program has (`go_`, `process_`)."""
    found = next((one for one in exporters() if metric.startswith(one.begins)), None)
    return None if found is None or found.name == "client_golang" else found
