"""What a commitlint configuration builds on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@dataclass(frozen=True, slots=True)
class Commitlint:
    """The shared configurations that it extends.

    span   the value of `extends`, or the first line where there is none
    known  False for a program that computes what it extends
    """

    extends: tuple[str, ...]
    span: Span
    known: bool = True
