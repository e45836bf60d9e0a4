"""github-workflow/shell-name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.model import Action
from maverick_lint.formats.github.runners import HOSTED, system_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# Shells that the runner knows by name (docs.github.com "Workflow syntax", jobs.<job_id>.steps[*].shell, 2026-11-24).
KNOWN: Final = ("bash", "pwsh", "python", "sh", "cmd", "powershell")
_WINDOWS: Final = ("cmd", "powershell")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each shell that the runner does not know, or does not have."""
    model = document.model
    if isinstance(model, Action):
        for step in model.steps:
            yield from _shell(step.shell, "")
        return
    yield from _shell(model.shell, "")
    for job in model.jobs:
        system = _system(job)
        for node in (job.shell, *(step.shell for step in job.steps)):
            yield from _shell(node, system)


def _shell(node: Node | None, system: str) -> Iterator[Hit]:
    text = "" if node is None or node.text is None else node.raw.strip()
    # A command with the place of the script in it may be any program.
    if node is None or not text or "{" in text:
        return
    name = text.partition(" ")[0].lower()
    if name not in KNOWN:
        near = close_matches(name, KNOWN, 1, 0.6)
        yield Hit(node, {"shell": text, "hint": f"; did you mean `{near[0]}`?" if near else ""})
    elif name in _WINDOWS and system in ("linux", "macos"):
        yield Hit(node, {"shell": text, "system": {"linux": "Linux", "macos": "macOS"}[system]}, "system")


def _system(job: Job) -> str:
    label = "" if job.runs_on is None else job.runs_on.raw.lower()
    return system_of(label) if label in HOSTED else ""
