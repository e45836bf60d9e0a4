"""Groups are evaluated at least every five minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

# How long a value is taken for the present one (--query.lookback-delta).
_LOOKBACK: Final = 300.0


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each interval between whose evaluations the results of the group are gone."""
    for group in document.model.groups:
        node = group.node.get("interval")
        if node is None or group.interval is None or group.interval <= _LOOKBACK:
            continue
        kept = [seconds(keep.raw) if (keep := rule.get("keep_firing_for")) is not None else 0.0 for rule in group.rules]
        alerts = [rule.kind == "alert" for rule in group.rules]
        if not all(alert and (keep or 0.0) >= group.interval for alert, keep in zip(alerts, kept, strict=True)):
            yield Hit(node, {"interval": node.raw, "group": group.name})
