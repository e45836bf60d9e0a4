"""github-workflow/insufficient-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._tokens import has_job_token
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.github.model import Job, Step, Workflow

_ORDER: Final = ("none", "read", "write")
# What a step says that needs more than to read, besides calling a known action.
_SIGNS: Final = ("gh ", "git push", "ghcr.io", "docker push", "--push", "skopeo", "crane", "oras", "helm push")
# What the names of the known actions hold.
_ACTIONS: Final = (
    "actions/deploy-pages", "actions/attest", "actions/labeler", "actions/github-script", "codeql", "release",
    "create-pull-request", "pages", "credentials", "auth", "login", "gh-action-pypi-publish", "build-push-action",
    "stale", "pull-request-comment", "test-reporter", "publish-unit-test-result", "git-auto-commit", "add-and-commit",
    "dependency-review",
)  # fmt: skip


@record
class Need:
    """Who needs one of some scopes, with which value, and where it stands."""

    what: str
    at: Node | Span
    scopes: tuple[str, ...]
    value: str = "write"


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each step that needs a right which the `permissions` of its job do not give."""
    workflow = document.model
    for job in workflow.jobs:
        given = job.permissions or workflow.permissions
        rights = _rights(given)
        if given is None or rights is None or job.uses is not None:
            continue
        related = (Related(given.key or given, "the rights of the job"),)
        for step in job.steps:
            if step.action == "actions/checkout":
                if step.uses is not None and rights.get("contents", "none") == "none" and _reads_own(step):
                    yield Hit(step.uses, {"job": job.id}, "private", related, level="note")
                continue
            for need in _needs(document, job, step):
                if all(_ORDER.index(rights.get(one, "none")) < _ORDER.index(need.value) for one in need.scopes):
                    scopes = "` or `".join(f"{one}: {need.value}" for one in need.scopes)
                    yield Hit(need.at, {"what": need.what, "right": scopes, "job": job.id}, related=related)


def _needs(document: Document[Workflow], job: Job, step: Step) -> Iterator[Need]:
    script = "" if step.run is None else step.run.raw
    action = step.action
    if not (script and any(sign in script for sign in _SIGNS)) and not (
        action and any(sign in action for sign in _ACTIONS)
    ):
        return
    from maverick_lint.checks.github_workflow._rights import needs_of  # tables, for few of the steps

    for what, at, scopes, value in needs_of(document.source, document.model, job, step):
        yield Need(what, at, scopes, value)


def _reads_own(step: Step) -> bool:
    """Say whether a checkout is of the repository itself, with the token of the job."""
    token = step.given("token")
    own = token is None or has_job_token(token.raw)
    return own and step.given("repository") is None and step.given("ssh-key") is None


def _rights(given: Node | None) -> dict[str, str] | None:
    """Return the rights by scope; None where they are not all known."""
    if given is None or not given.is_map:
        return None
    rights = {scope: node.text or "" for scope, node in given.pairs().items()}
    return rights if all(value in _ORDER for value in rights.values()) else None
