"""github-workflow/secrets-outside-environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._expressions import in_text
from maverick_lint.core.finding import Hit
from maverick_lint.formats._actions_expr.tree import Member, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first use of each secret in a job without an environment."""
    for job in document.model.jobs:
        if job.environment is not None or job.uses is not None:
            continue
        seen: set[str] = set()
        for node in job.node.walk():
            if not node.is_scalar or "secrets" not in node.raw.lower():
                continue
            for one in in_text(document.source, node):
                for part in one.parts:
                    path = path_of(part) if isinstance(part, Member) else None
                    if path is None or len(path) < 2 or path[0] != "secrets" or path[1] in {"github_token", *seen}:  # noqa: PLR2004 - secrets and a name
                        continue
                    seen.add(path[1])
                    yield Hit(one.span(part), {"name": path[1].upper(), "job": job.id})
