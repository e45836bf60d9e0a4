"""github-workflow/unverified-host."""

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

_KEYS: Final = re.compile(r"\bssh-keyscan\b|\bStrictHostKeyChecking[ =]+(?:no|off)\b")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where a script takes the key of a server from whoever answers."""
    for _, match, span in matches(document.model, _KEYS, "ssh-keyscan", "StrictHostKeyChecking"):
        scan = match.group() == "ssh-keyscan"
        if not (scan and "ssh-keygen -l" in match.string):
            yield Hit(span, {}, "" if scan else "off")
