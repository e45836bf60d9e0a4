"""github-workflow/untrusted-artifact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Step, Workflow

# Ways to download what another run has uploaded.
_ACTIONS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    frozenset({"dawidd6/action-download-artifact", "actions/download-artifact"}),
)
_SCRIPT: Final = re.compile(r"\bgh run download\b|downloadArtifact|actions/artifacts")
# What is read from a file becomes a variable or a part of PATH.
_READS: Final = re.compile(r"\$\(<|\bcat ")
# Programs that run what lies in the folder.
_RUNS: Final = re.compile(
    r"(?m)(?:^|[;&|]\s*|\bthen )[ \t]*(?:\./[\w./-]+|(?:bash|sh|source|\.|node|python3?|ruby|perl) \.?/?[\w.-]+[/\w.-]*"
    r"|(?:npm|yarn|pnpm) (?:ci|i|install|run|test)\b|make\b|pip install (?:-e )?\.)"
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each artifact of the run before that is run, or read into the environment."""
    event = document.model.event("workflow_run")
    if event is None or document.model.event("push") is not None:
        return
    for job in document.model.jobs:
        if any(
            sign in job.condition.raw.lower()
            for sign in ("head_repository.full_name ==", "== github.repository", "event == 'push'")
            if job.condition is not None
        ):
            continue
        got: Step | None = None
        checked_out = False
        for step in job.steps:
            checked_out = checked_out or step.action == "actions/checkout"
            if _downloads(step):
                got = step
            if got is None or step.run is None:
                continue
            uses = "sets" if _sets(step.run.raw) else "" if _RUNS.search(step.run.raw) else None
            at = got.uses or got.run
            if uses is None or at is None or (uses == "" and checked_out):
                continue  # a checkout of the project may be what is run
            related = (Related(event.node, "the event"), Related(step.run, "uses it"))
            yield Hit(at, {"job": job.id}, uses, related=related)
            got = None


def _sets(script: str) -> bool:
    """Say whether a script writes what it reads from a file to the environment of later steps."""
    return any(
        ">>" in line and ("GITHUB_ENV" in line or "GITHUB_PATH" in line) and _READS.search(line.partition(">>")[0])
        for line in script.splitlines()
    )


def _downloads(step: Step) -> bool:
    if step.run is not None:
        return _SCRIPT.search(step.run.raw) is not None
    if step.action == "actions/github-script":
        script = step.given("script")
        return script is not None and _SCRIPT.search(script.raw) is not None
    if step.action == "actions/download-artifact":
        return step.given("run-id") is not None
    return step.action in _ACTIONS.rows
