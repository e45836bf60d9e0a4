"""What a file says of Helm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Helm:
    """A file of Helm: `part` is "chart", "helmfile" or "template"; `name` is the chart's; `span` where that stands."""

    part: str
    name: str
    span: Span
