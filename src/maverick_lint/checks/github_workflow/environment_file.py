"""github-workflow/environment-file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_EVENTS: Final = ("pull_request_target", "workflow_run", "issue_comment")
_FILE: Final = re.compile(
    r"(?:>>?|\btee(?: -a)?|-FilePath|Add-Content|-Path)\s*\"?\$(?:env:|\{)?(GITHUB_ENV|GITHUB_PATH)\b"
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable or path that a run for strangers sets for the steps after it."""
    event = next((event for event in document.model.events if event.name in _EVENTS), None)
    if event is None:
        return
    for _, match, span in matches(document.model, _FILE, "GITHUB_ENV", "GITHUB_PATH"):
        text = match.string
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if "$" in line or "`" in line or not line.lstrip().startswith(("echo ", "printf ")):
            values = {"event": event.name, "file": match.group(1)}
            yield Hit(span, values, related=(Related(event.node, "the event"),))
