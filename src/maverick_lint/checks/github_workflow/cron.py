"""github-workflow/cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.cron import cron_fault, zone_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each schedule that GitHub cannot read or does not keep."""
    event = document.model.event("schedule")
    for item in event.settings.items() if event is not None and event.settings is not None else ():
        zone, cron = item.get("timezone"), item.get("cron")
        if zone is not None and zone.text and "{{" not in zone.raw and (fault := zone_fault(zone.raw)):
            yield Hit(zone, {"zone": zone.raw, "fault": fault}, "zone", level="warning")
        # `$cron-daily` is filled in when a workflow is made of a template.
        if cron is None or cron.text is None or cron.raw.startswith("$") or "{{" in cron.raw:
            continue
        fault = cron_fault(cron.raw)
        if fault:
            yield Hit(cron, {"cron": cron.raw, "fault": fault})
