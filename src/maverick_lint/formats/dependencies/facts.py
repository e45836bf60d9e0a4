"""What a list of dependencies states: that errors are tracked, and for Python the names in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import Dependencies
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._tracking import tracking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document

_REQUIREMENT: Final = re.compile(r"^[ \t]*([A-Za-z0-9][\w.-]*)(\[[\w, .-]*\])?", re.MULTILINE)
_FOR_DEVELOPMENT: Final = ("dev", "test", "lint", "docs", "local", "ci")


def facts(document: Document[str]) -> Iterator[Fact]:
    """Yield the client of an error tracker, and the names of a requirements file."""
    yield from tracking(document.source)
    path = document.source.path
    name = path.rpartition("/")[2].lower()
    if not name.endswith((".txt", ".in")):
        return
    # extras bring further programs: a name with extras stands beside the name alone
    found = {
        part for match in _REQUIREMENT.finditer(document.model) for part in (match[1], match[1] + (match[2] or ""))
    }
    names = tuple(sorted({one.lower().replace("_", "-").replace(" ", "") for one in found}))
    if names:
        development = any(word in name for word in _FOR_DEVELOPMENT)
        place = Place(path, Span(0, 0))
        value = Dependencies(path, place, () if development else names, names if development else ())
        yield Fact("dependencies", path, value, place)
