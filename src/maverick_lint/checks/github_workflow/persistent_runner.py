"""github-workflow/persistent-runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.matrix import combinations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

_OUTSIDE: Final = ("pull_request", "pull_request_target", "workflow_run", "issue_comment")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job on a machine of one's own that no rule on runs for strangers speaks of."""
    outside = any(event.name in _OUTSIDE for event in document.model.events)
    for job in document.model.jobs:
        given = job.runs_on
        if given is None:
            continue
        group = given.get("group") if given.is_map else None
        labels = given.get("labels") if given.is_map else given
        nodes = [] if labels is None else labels.items() if labels.is_list else [labels]
        own = next((node for node in nodes if node.raw.lower() == "self-hosted"), None)
        if own is not None and not outside:
            yield Hit(own, {"job": job.id})
        elif own is None and group is not None:
            yield Hit(group, {"job": job.id, "group": group.raw}, "group")
        elif own is None:
            yield from _from_matrix(job, nodes)


def _from_matrix(job: Job, nodes: list[Node]) -> Iterator[Hit]:
    node = next((node for node in nodes if "matrix." in node.raw.lower()), None)
    if node is None or job.matrix is None:
        return
    place = next((one for one in job.matrix.walk() if one.is_scalar and one.raw.lower() == "self-hosted"), None)
    used = any("self-hosted" in str(value).lower() for run in combinations(job.matrix) for value in dict(run).values())
    if place is not None and used:
        yield Hit(node, {"job": job.id}, "matrix", related=(Related(place, "the label"),))
