"""A repair that a rule offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Edit:
    """Put `text` in the place of `span`; `path` is "" for the file of the finding."""

    span: Span
    text: str
    path: str = ""


@record
class Fix:
    """A titled set of edits that belong together.

    A `safe` fix keeps the meaning or repairs it without doubt; another is applied only with --unsafe-fixes.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
