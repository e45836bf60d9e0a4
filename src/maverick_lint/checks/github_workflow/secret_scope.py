"""github-workflow/secret-scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._tokens import has_secret
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each secret in variables of a whole workflow or job, though there are several jobs or steps."""
    workflow = document.model
    if len(workflow.jobs) > 1:
        for name, node in workflow.env.items():
            if _holds_secret(node.raw):
                yield Hit(node.key or node, {"variable": name, "count": len(workflow.jobs)})
    for job in workflow.jobs:
        if len(job.steps) > 1:
            for name, node in job.env.items():
                if _holds_secret(node.raw):
                    yield Hit(node.key or node, {"variable": name, "count": len(job.steps), "job": job.id}, "job")


def _holds_secret(text: str) -> bool:
    """Say whether a text holds a secret other than the token of the job."""
    return "${{" in text and has_secret(text)
