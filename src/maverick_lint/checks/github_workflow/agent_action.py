"""github-workflow/agent-action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats.github.taint import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Event, Job, Step, Workflow

# Actions that let a language model act, with the inputs that hold what it is told (their README files, 2026-11-24).
_AGENTS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "anthropics/claude-code-action": ("prompt", "direct_prompt", "override_prompt", "custom_instructions"),
        "anthropics/claude-code-base-action": ("prompt", "system_prompt", "append_system_prompt"),
        "google-github-actions/run-gemini-cli": ("prompt",),
        "openai/codex-action": ("prompt",),
        "actions/ai-inference": ("prompt", "system-prompt"),
        "sst/opencode/github": ("prompt",),
        "anomalyco/opencode/github": ("prompt",),
    },
)
# Events that strangers can cause and that run with the rights of the repository.
_EVENTS: Final = (
    "issues", "issue_comment", "pull_request_target", "discussion", "discussion_comment", "workflow_run",
    "pull_request_review", "pull_request_review_comment",
)  # fmt: skip
_UNGUARDED: Final = re.compile(r"--dangerously-skip-permissions|--yolo\b|\bbypassPermissions\b|danger-full-access")
# Actions that let anybody start them who causes the event; the others ask for the right to write.
_UNASKING: Final = frozenset({"google-github-actions/run-gemini-cli"})
_AUTHOR: Final = ("author_association", ".login", "github.actor", "triggering_actor", "head_repository", "head.repo")
_ANYBODY: Final = ("allowed_non_write_users", "allow-users", "allowed_bots", "allow-bots")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where strangers tell a language model what to do, or where nothing holds it back."""
    workflow = document.model
    event = next((event for event in workflow.events if event.name in _EVENTS), None)
    if event is None:
        return
    flow = Flow(workflow)
    for job in workflow.jobs:
        for step in job.steps:
            if step.action in _AGENTS.rows and step.uses is not None:
                hits = list(_step(flow, job, step, event))
                yield from hits
                if not hits and step.action in _UNASKING and not _is_authorized(job, step):
                    values = {"action": step.action, "event": event.name}
                    yield Hit(step.uses, values, "unasked", (Related(event.node, "the event"),), level="warning")


def _step(flow: Flow, job: Job, step: Step, event: Event) -> Iterator[Hit]:
    related = (Related(event.node, "the event"),)
    for name, node in step.inputs.items():
        values = {"action": step.action, "event": event.name, "input": name}
        if name.lower() in _ANYBODY and node.raw.strip() in ("*", "true"):
            yield Hit(node, values, "anybody", related=related)
        elif _is_unguarded(name.lower(), node.raw) and name.lower() not in _AGENTS.rows[step.action]:
            yield Hit(node, values, "unguarded", related=related)
        elif name.lower() in _AGENTS.rows[step.action] and "${{" in node.raw:
            taint = flow.of_text(node.raw, job, step)
            if taint.origin == "outside":
                # A model that only answers cannot act; its answer is still the stranger's.
                level = "warning" if step.action == "actions/ai-inference" else ""
                yield Hit(node, {**values, "name": taint.name}, related=related, level=level)


def _is_authorized(job: Job, step: Step) -> bool:
    """Say whether a condition asks who has caused the run."""
    texts = [one.raw for one in (job.condition, step.condition) if one is not None]
    return bool(job.needs) or any(sign in text for text in texts for sign in _AUTHOR)


def _is_unguarded(name: str, text: str) -> bool:
    return (name == "safety-strategy" and text == "unsafe") or _UNGUARDED.search(text) is not None
