"""An incident report as its name and its length show it."""

from __future__ import annotations

from maverick_lint.core.record import record


@record
class IncidentReport:
    """An incident report; `lines` counts a last line without a line break too."""

    name: str
    lines: int
