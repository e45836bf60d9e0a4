"""A repair that a rule offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of `span`; `path` is "" for the file of the finding."""

    span: Span
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A titled set of edits that belong together.

    A `safe` fix keeps the meaning or repairs it without doubt; another is applied only with --unsafe-fixes.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
