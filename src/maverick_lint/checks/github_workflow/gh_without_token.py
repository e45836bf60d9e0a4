"""github-workflow/gh-without-token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._gh import gh_calls
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Step, Workflow

_TOKENS: Final = frozenset({"GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"})
_HOSTED: Final = ("ubuntu-", "windows-", "macos-")
# Actions that only prepare files or tools and set no token for later steps.
_QUIET: Final = ("actions/", "docker/", "astral-sh/", "pnpm/", "ruby/", "gradle/", "oven-sh/", "golangci/", "hadolint/")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first call of `gh` in each step that no token reaches."""
    workflow = document.model
    if _may_hold(workflow.root) or not _TOKENS.isdisjoint(workflow.env):
        return
    for job in workflow.jobs:
        if not _hosted(job) or _may_hold(job.node) or not _TOKENS.isdisjoint(job.env):
            continue
        shell = job.shell or workflow.shell
        for step in job.steps:
            if _sets_token(step):
                break
            if _may_hold(step.node) or not _TOKENS.isdisjoint(step.env):
                continue
            for command, words in gh_calls(document.source, step, "" if shell is None else shell.raw):
                yield Hit(command.words[0].place.span, {"command": " ".join(("gh", *words[:2])).strip()})
                break


def _may_hold(node: Node) -> bool:
    """Say whether the variables of a level are made by an expression, or are merged from somewhere else."""
    env = node.get("env")
    return env is not None and (not env.is_map or any("{{" in name or name == "<<" for name in env.pairs()))


def _hosted(job: Job) -> bool:
    """Say whether a job runs on a machine of GitHub's, where `gh` is there and logged in nowhere."""
    given = job.runs_on
    return given is not None and given.is_scalar and given.raw.lower().startswith(_HOSTED) and job.container is None


def _sets_token(step: Step) -> bool:
    """Say whether a step may set a token for itself or for those behind it, or log in."""
    if step.run is not None:
        text = step.run.raw
        return any(word in text for word in ("GH_TOKEN", "GITHUB_TOKEN", "GITHUB_ENV", "gh auth", "hosts.yml"))
    return step.uses is not None and not step.action.startswith(_QUIET)
