"""The repository deploys and has no runbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_NAMED: Final = re.compile(
    r"run[-_ ]?books?\b|run[-_ ]?book|operations?\b|operating\b|\bops[-_ ]?(?:guide|manual|handbook)?$|on[-_ ]?call"
    r"|incident[-_ ]?(?:response|handling)|(?:disaster[-_ ]?)?recovery|troubleshoot|emergency"
)
_PROSE: Final = (".md", ".markdown", ".mdx", ".rst", ".adoc", ".txt", ".org", ".html", ".pdf")
_FOLDERS: Final = frozenset({"runbook", "runbooks", "playbooks", "operations", "oncall", "on-call"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is, when no text of the repository is named like a runbook."""
    found = deploys(stack)
    if found and not any(_is_runbook(path.lower()) for path in stack.files):
        yield Hit(found.anchor)


def _is_runbook(path: str) -> bool:
    *folders, name = path.split("/")
    stem, dot, suffix = name.rpartition(".")
    if dot + suffix not in _PROSE:
        return False
    return not _FOLDERS.isdisjoint(folders) or bool(_NAMED.search(stem)) or stem == "playbook"
