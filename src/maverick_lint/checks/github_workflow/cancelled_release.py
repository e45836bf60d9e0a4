"""github-workflow/cancelled-release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

_RELEASES: Final = re.compile(
    r"(?:actions/deploy-pages|peaceiris/actions-gh-pages|jamesives/github-pages-deploy-action|pypa/gh-action-pypi-publish"
    r"|softprops/action-gh-release|goreleaser/goreleaser-action|appleboy/ssh-action)@|\bnpm publish\b|\btwine upload\b"
    r"|\bcargo publish\b|\bgh release create\b",
    re.IGNORECASE,
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each group that cancels a release on its way."""
    model = document.model
    for job, given in [
        (None, model.root.get("concurrency")),
        *((one, one.node.get("concurrency")) for one in model.jobs),
    ]:
        cancels = None if given is None or not given.is_map else given.get("cancel-in-progress")
        if given is None or cancels is None or cancels.value is not True:
            continue
        jobs = model.jobs if job is None else (job,)
        releases = next((one for one in jobs if _releases(one)), None)
        if releases is not None and _on_release(model):
            yield Hit(cancels, {"job": releases.id})


def _releases(job: Job) -> bool:
    written = [step.uses or step.run for step in job.steps]
    return any(node is not None and _RELEASES.search(node.raw) for node in written)


def _on_release(model: Workflow) -> bool:
    push = model.event("push")
    return push is not None or any(model.event(name) is not None for name in ("release", "workflow_dispatch"))
