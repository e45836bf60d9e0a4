"""Prometheus scrapes often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Prometheus


def check(document: Document[Prometheus], options: Options) -> Iterator[Hit]:
    """Yield a global scrape interval that is too long, or the place where there should be one."""
    model, most = document.model, options["most"]
    if not model.jobs and model.root.get("scrape_config_files") is None:
        return
    node = model.root.at("global", "scrape_interval")
    if node is None or node.text is None:
        yield Hit(model.head("global", "scrape_configs"), {"most": most}, case="none")
        return
    interval = seconds(node.raw)
    if interval is not None and interval > most:
        yield Hit(node, {"interval": node.raw, "most": most})
