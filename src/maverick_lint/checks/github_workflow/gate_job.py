"""github-workflow/gate-job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import paths_in, texts_in
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

_STATUS: Final = re.compile(r"\b(?:always|failure|cancelled)\s*\(|!\s*success\s*\(", re.IGNORECASE)
_ALWAYS: Final = re.compile(r"\s*(?:\$\{\{)?\s*(?:always\(\)|!\s*cancelled\(\))\s*(?:\}\})?\s*\Z", re.IGNORECASE)
# Results that a job without `always()` never sees, since it is skipped then.
_UNSEEN: Final = re.compile(r"'(?:failure|cancelled|skipped)'|!=\s*'success'", re.IGNORECASE)
_GATE: Final = re.compile(
    r"(?:^|[\W_])(?:gate|gatekeeper|required|all[\W_]?green|alls-green|ci[\W_]?(?:success|ok|passed|pass)"
    r"|all[\W_](?:checks?|tests?|jobs?|passed|ok|success)|tests?[\W_](?:passed|ok)|merge[\W_]?ready)(?:$|[\W_])",
    re.IGNORECASE,
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job that judges the jobs before it, and is skipped or green whatever they did."""
    model = document.model
    for job in model.jobs:
        if not job.needs:
            continue
        condition = "" if job.condition is None else job.condition.raw
        texts = texts_in(model, job)
        read = [found for found, path in paths_in(model.source, texts, "needs") if "result" in path or len(path) == 1]
        if not _STATUS.search(condition):
            seen = next((found for found in read if _UNSEEN.search(found.node.raw)), None)
            if seen is not None:
                yield Hit(job.condition or job.key, {"job": job.id}, "condition" if job.condition is not None else "")
                continue
            asked = next((found for found in read if "result" in found.node.raw and _is_run(found.node)), None)
            if asked is not None:
                yield Hit(job.condition or job.key, {"job": job.id}, "certain")
        elif not read and job.steps and _is_gate(job) and _ALWAYS.match(condition) and job.condition is not None:
            yield Hit(job.condition, {"job": job.id}, "blind")


def _is_run(node: Node) -> bool:
    """Say whether a text is a script or a variable, which may decide something."""
    key = "" if node.key is None else node.key.raw
    holder = node.parent.key.raw if node.parent is not None and node.parent.key is not None else ""
    return key == "run" or holder == "env"


def _is_gate(job: Job) -> bool:
    names = (job.id, "" if job.name is None else job.name.raw)
    asks = any(step.run is not None and "gh " in step.run.raw for step in job.steps)
    return not asks and any(_GATE.search(name) for name in names)
