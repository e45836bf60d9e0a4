"""github-workflow/secrets-inherit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each call that passes on all secrets."""
    for job in document.model.jobs:
        if job.secrets is not None and job.secrets.text == "inherit" and job.uses is not None:
            own = job.uses.raw.startswith(("./", "$/"))
            yield Hit(job.secrets, {"uses": job.uses.raw}, "own" if own else "", level="note" if own else "")
