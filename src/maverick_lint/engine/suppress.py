"""Comments that silence findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.config.model import Settings
    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Finding
    from maverick_lint.core.span import Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression comment."""

    path: str
    span: Span


def directives_of(document: Document[Any]) -> Iterable[Directive]:
    """Return the suppression comments of a document."""
    return ()


def apply(findings: list[Finding], directives: list[Directive], settings: Settings, state: object) -> list[Finding]:
    """Mark the findings that a comment silences."""
    return findings
