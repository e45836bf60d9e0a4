"""stack/datasource-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.stack._targets import Targets
from maverick_lint.core.facts.monitoring import DataSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Hit
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each data source whose URL leads to nothing."""
    sources = stack.every(DataSource)
    for source in sources:
        if not source.url or source.url_place is None or source.direct:
            continue
        every = [other.url for other in sources if other.path == source.path and other.url]
        targets = Targets(stack, source.path, every, "grafana", "grafana-oss", "grafana-enterprise")
        hit = targets.judge(source.url, source.url_place, {"name": source.name or "without a name"})
        if hit is not None:
            yield hit
