"""What a commitlint configuration builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Commitlint:
    """The shared configurations that it extends.

    span   the value of `extends`, or the first line where there is none
    known  False for a program that computes what it extends
    """

    extends: tuple[str, ...]
    span: Span
    known: bool = True
