"""A comment silences another linter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_SILENCES: Final = re.compile(
    r"(?P<tool>hadolint|tally)\s+(?:(?:global|stage)\s+)?ignore\s*=\s*(?P<what>[\w/,\s-]+)"
    r"|check\s*=\s*(?:[^#]*;)?\s*skip=(?P<checks>[\w,]+)"
    r"|checkov:skip=(?P<checkov>\w+)"
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each comment that silences hadolint, tally, checkov or the checks of the build."""
    for comment in document.comments():
        match = _SILENCES.match(comment.text)
        if match is not None:
            tool = match["tool"] or ("checkov" if match["checkov"] else "the build")
            what = (match["what"] or match["checks"] or match["checkov"]).strip()
            yield Hit(comment.span, {"tool": tool, "what": what})
