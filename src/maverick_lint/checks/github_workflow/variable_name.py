"""github-workflow/variable-name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_WRONG: Final = re.compile(r"[\s&=$\x00]")
# The runner sets these itself (docs.github.com "Variables reference", 2026-11-24).
_SET: Final = frozenset({
    "GITHUB_ACTION", "GITHUB_ACTIONS", "GITHUB_ACTOR", "GITHUB_BASE_REF", "GITHUB_ENV", "GITHUB_EVENT_NAME",
    "GITHUB_EVENT_PATH", "GITHUB_HEAD_REF", "GITHUB_JOB", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_REF",
    "GITHUB_REF_NAME", "GITHUB_REF_TYPE", "GITHUB_REPOSITORY", "GITHUB_REPOSITORY_OWNER", "GITHUB_RUN_ID",
    "GITHUB_RUN_NUMBER", "GITHUB_SHA", "GITHUB_STEP_SUMMARY", "GITHUB_WORKFLOW", "GITHUB_WORKSPACE", "RUNNER_OS",
    "RUNNER_ARCH", "RUNNER_TEMP", "RUNNER_TOOL_CACHE", "RUNNER_NAME",
})  # fmt: skip


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable whose name no program can read, or that the runner sets itself."""
    model = document.model
    if isinstance(model, Workflow):
        yield from _names(model.env)
        for job in model.jobs:
            yield from _names(job.env)
    for step in model.steps:
        yield from _names(step.env)


def _names(env: Mapping[str, Node]) -> Iterator[Hit]:
    for name, node in env.items():
        if "{{" in name or name == "<<":
            continue
        if not name or _WRONG.search(name):
            yield Hit(node.key or node, {"name": name})
        elif name in _SET and not _same(name, node.raw):
            yield Hit(node.key or node, {"name": name}, "kept", level="warning")


def _same(name: str, text: str) -> bool:
    """Say whether a text is the value that the variable has anyhow."""
    written = text.replace(" ", "").lower()
    return written in (f"${{{{env.{name.lower()}}}}}", f"${{{{{name.lower().replace('_', '.', 1)}}}}}")
