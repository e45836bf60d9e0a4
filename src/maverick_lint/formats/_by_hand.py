"""Tables that nobody publishes."""

from __future__ import annotations

from typing import Generic, TypeVar

from maverick_lint.core.record import record

T = TypeVar("T")


@record
class ByHand(Generic[T]):
    """A table typed from a page, since nobody publishes it as data.

    source  the page;  as_of  the day on which it said so, as in `2026-11-24`

    Such a table grows old: what it does not have is passed over in silence, or is a warning at most.
    """

    source: str
    as_of: str
    rows: T
