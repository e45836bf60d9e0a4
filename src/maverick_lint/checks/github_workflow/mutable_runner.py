"""github-workflow/mutable-runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each label that GitHub moves on to newer images."""
    for job in document.model.jobs:
        for node in _labels(job):
            if (
                "-latest" in node.raw
                and "{{" not in node.raw
                and node.raw.lower().startswith(("ubuntu", "windows", "macos"))
            ):
                yield Hit(node, {"label": node.raw})


def _labels(job: Job) -> list[Node]:
    given = job.runs_on
    if given is not None and given.is_map:
        given = given.get("labels")
    if given is None:
        return []
    nodes = given.items() if given.is_list else [given]
    row = given.raw.replace(" ", "").removeprefix("${{matrix.").removesuffix("}}")
    if given.raw.replace(" ", "") == f"${{{{matrix.{row}}}}}" and job.matrix is not None and job.matrix.is_map:
        values = job.matrix.get(row)
        nodes = values.items() if values is not None else []
        include = job.matrix.get("include")
        found = [item.get(row) for item in include.items() if item.is_map] if include is not None else []
        nodes = [*nodes, *(one for one in found if one is not None)]
    return [node for node in nodes if node.text is not None]
