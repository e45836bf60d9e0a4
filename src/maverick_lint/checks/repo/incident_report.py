"""An incident report has another name than INC-<timestamp>-<mode>.md, or is too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.incident.model import IncidentReport

# A date with or without a time, in any of the usual spellings, or the seconds since 1970; then the mode's name.
_NAME: Final = re.compile(
    r"INC-(?:(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?:[-_.T]?[0-2]\d(?:[-_.:h]?[0-5]\d){0,2}"
    r"(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?|1\d{9}(?:\d{3})?)-[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*\.md\Z"
)


def check(document: Document[IncidentReport], options: Options) -> Iterator[Hit]:
    """Yield a hit for a wrong name, and one for a report that has the most lines allowed or more."""
    report = document.model
    if not _NAME.match(report.name):
        yield Hit(Span(0, 0), {"name": report.name})
    if report.lines >= options["max"]:
        yield Hit(Span(0, 0), {"lines": report.lines, "max": options["max"]}, case="long")
