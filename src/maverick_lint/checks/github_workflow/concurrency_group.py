"""github-workflow/concurrency-group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# What tells the runs of two pull requests apart.
_APART: Final = re.compile(
    r"github\.(?:ref|head_ref|ref_name|run_id|run_number|sha|actor|event\b|triggering_actor)|inputs\.|matrix\.|toJSON",
    re.IGNORECASE,
)
_RELEASES: Final = re.compile(
    r"(?:actions/deploy-pages|peaceiris/actions-gh-pages|jamesives/github-pages-deploy-action|pypa/gh-action-pypi-publish"
    r"|softprops/action-gh-release|goreleaser/goreleaser-action|appleboy/ssh-action)@|\bnpm publish\b|\btwine upload\b"
    r"|\bcargo publish\b|\bgh release create\b",
    re.IGNORECASE,
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each group that cancels the runs of other pull requests, or a release on its way."""
    model = document.model
    for job, given in [
        (None, model.root.get("concurrency")),
        *((one, one.node.get("concurrency")) for one in model.jobs),
    ]:
        cancels = None if given is None or not given.is_map else given.get("cancel-in-progress")
        if given is None or cancels is None or cancels.value is not True:
            continue
        group = given.get("group")
        text = "" if group is None else group.raw
        shared = group is not None and not _APART.search(text) and model.event("pull_request") is not None
        if group is not None and shared and (job is None or runs_of(model)[job.id].on_change is not False):
            yield Hit(group, {"group": text})
        jobs = model.jobs if job is None else (job,)
        releases = next((one for one in jobs if _releases(one)), None)
        if releases is not None and _on_release(model):
            yield Hit(cancels, {"job": releases.id}, "release")


def _releases(job: Job) -> bool:
    written = [step.uses or step.run for step in job.steps]
    return any(node is not None and _RELEASES.search(node.raw) for node in written)


def _on_release(model: Workflow) -> bool:
    push = model.event("push")
    return push is not None or any(model.event(name) is not None for name in ("release", "workflow_dispatch"))
