"""The checks that a change must pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Required:
    """A check by its name; `ours`: GitHub Actions has to report it."""

    name: str
    what: str
    span: Span
    ours: bool = False


@record
class RequiredChecks:
    """The checks that one file names, in order."""

    checks: tuple[Required, ...]
