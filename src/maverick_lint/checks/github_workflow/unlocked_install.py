"""github-workflow/unlocked-install."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_INSTALL: Final = re.compile(
    r"(?m)(?:^|[;&|(]|\bthen |\brun: )[ \t]*(?:sudo )?"
    r"(?:(npm) (?:install|i)(?=[ \t]*(?:$|[;&|)]))|(cargo) install (?![^\n;&|]*--(?:locked|path|list))[^\n;&|]+)"
)
_BETTER: Final = {"npm": "npm ci", "cargo": "cargo install --locked"}


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each installation that may take other versions than the lock file names."""
    for _, match, span in matches(document.model, _INSTALL, "npm i", "cargo install"):
        tool = match.group(1) or match.group(2)
        start = span.end - (match.end() - match.start(match.lastindex or 0))
        yield Hit(Span(start, span.end), {"tool": tool, "better": _BETTER[tool]})
