"""github-workflow/untrusted-checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.tree import Member, path_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Step, Workflow

# Events that run with the secrets and the token of the repository, whoever caused them.
_EVENTS: Final = ("pull_request_target", "workflow_run", "issue_comment")
_FOREIGN: Final = (
    "github.head_ref",
    "github.event.pull_request.head.",
    "github.event.pull_request.number",
    "github.event.pull_request.merge_commit_sha",
    "github.event.number",
    "github.event.issue.number",
    "github.event.workflow_run.head_",
    "github.event.workflow_run.pull_requests.",
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each checkout of foreign code that a later step of the job runs."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in _EVENTS), None)
    if event is None:
        return
    for job in workflow.jobs:
        following: Step | None = None
        nexts: list[Step | None] = []
        for step in reversed(job.steps):
            nexts.append(following)
            following = step if _runs_code(step) else following
        for step, runs in zip(job.steps, reversed(nexts), strict=True):
            ref = _foreign_ref(step)
            if ref is not None and runs is not None and not _guarded(job, step):
                at = runs.run or runs.uses or runs.node
                related = (Related(event.node, "the event"), Related(at, "runs what was checked out"))
                yield Hit(ref, {"ref": ref.raw, "event": event.name, "job": job.id}, related=related)


def _foreign_ref(step: Step) -> Node | None:
    if step.action != "actions/checkout":
        return None
    for name in ("ref", "repository"):
        node = step.given(name)
        if node is not None and node.text is not None and _is_foreign(node.raw):
            return node
    return None


def _is_foreign(text: str) -> bool:
    for part in parts(text):
        try:
            tree = parse(part.text)
        except ExpressionError:
            continue
        for one in walk(tree):
            path = path_of(one) if isinstance(one, Member) else None
            if path is not None and f"{'.'.join(path)}.".startswith(_FOREIGN):
                return True
    return False


def _runs_code(step: Step) -> bool:
    return step.run is not None or (step.uses is not None and step.uses.raw.startswith("./"))


def _guarded(job: Job, step: Step) -> bool:
    """Say whether a person of the project, or the repository itself, stands behind the code."""
    texts = [node.raw for node in (job.condition, step.condition) if node is not None]
    marks = (
        "label",
        "author_association",
        "head.repo.full_name ==",
        "head_repository.full_name ==",
        "== github.repository",
    )
    return job.environment is not None or any(mark in text for text in texts for mark in marks)
