"""What changed since a base revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class Change:
    """The change that is under review.

    base    the revision it is compared with
    branch  the branch that holds it, "" when that is unknown
    paths   the files that were added, changed, renamed to or deleted
    """

    base: str
    branch: str
    paths: tuple[str, ...]
    place: Place
