"""Reads an incident report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.formats.incident.model import IncidentReport

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[IncidentReport]:  # noqa: ARG001 - the signature of every format
    """Return the document of a report."""
    starts = source.line_starts
    lines = len(starts) - (starts[-1] == len(source.text))
    return Document(source, kind, IncidentReport(source.path.rpartition("/")[2], lines))
