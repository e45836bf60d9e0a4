"""github-workflow/environment-file-name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_PLAIN: Final = re.compile(
    r">>?[ \t]*(['\"]?)(GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))\1(?=[\s;)|&]|$)", re.MULTILINE
)
_OVER: Final = re.compile(
    r"(?<![>&\d])>[ \t]*(['\"]?)\$(?:env:)?\{?(GITHUB_(?:OUTPUT|ENV|PATH|STATE))\}?\1(?=[\s;)|&]|$)", re.MULTILINE
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each write to a file that is called as the variable is, and for writes that empty the file."""
    for _, match, span in matches(document.model, _PLAIN, "GITHUB_"):
        yield Hit(span, {"name": match[2]})
    for step, match, span in matches(document.model, _OVER, "GITHUB_"):
        script = "" if step.run is None else step.run.raw
        if re.search(rf">[ \t]*[\"']?\$(?:env:)?\{{?{match[2]}\b", script[: match.start()]):
            yield Hit(span, {"name": match[2]}, "empties")
