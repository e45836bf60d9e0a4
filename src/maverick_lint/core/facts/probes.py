"""Addresses on the own machine that health checks, scripts and jobs ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class Probe:
    """An address that is asked.

    port  that of the scheme where none is written; None when it is unknown
    path  "" where none is written; None when it is unknown
    """

    text: str
    port: int | None
    path: str | None
    place: Place
