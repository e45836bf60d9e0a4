"""github-workflow/mutable-runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._labels import included, row_of, values_of
from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.runners import system_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# A label of each system that names its version.
_EXAMPLES: Final = {"linux": "ubuntu-24.04", "windows": "windows-2025", "macos": "macos-15"}


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each label that GitHub moves on to newer images."""
    for job in document.model.jobs:
        for node in _labels(job):
            if (
                "-latest" in node.raw.lower()
                and "{{" not in node.raw
                and node.raw.lower().startswith(("ubuntu-", "windows-", "macos-"))
            ):
                yield Hit(node, {"label": node.raw, "example": _EXAMPLES[system_of(node.raw.lower())]})


def _labels(job: Job) -> list[Node]:
    given = job.runs_on
    if given is not None and given.is_map:
        given = given.get("labels")
    if given is None:
        return []
    nodes = given.items() if given.is_list else [given]
    row = row_of(given.raw) if given.is_scalar else ""
    if row and job.matrix is not None and job.matrix.is_map:
        nodes = [*values_of(job, row), *included(job, row)]
    return [node for node in nodes if node.text is not None]
