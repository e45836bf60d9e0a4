"""github-workflow/environment-file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.taint import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Step, Workflow

_EVENTS: Final = ("pull_request_target", "workflow_run", "issue_comment")
_FILE: Final = re.compile(
    r"(?:>>?|\btee(?: -a)?|-FilePath|Add-Content|-Path)\s*\"?\$(?:env:|\{)?(GITHUB_ENV|GITHUB_PATH)\b"
)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable or path that strangers set for the steps after it."""
    event = next((event for event in document.model.events if event.name in _EVENTS), None)
    texts: Texts | None = None
    for step, match, span in matches(document.model, _FILE, "GITHUB_ENV", "GITHUB_PATH"):
        text = match.string
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if event is not None:
            if "$" in line or "`" in line or not line.lstrip().startswith(("echo ", "printf ")):
                values = {"event": event.name, "file": match.group(1)}
                yield Hit(span, values, related=(Related(event.node, "the event"),))
            continue
        if all(one.name == "pull_request" for one in document.model.events):
            continue  # such a run has no rights that a stranger could use
        texts = texts or Texts(document.model)
        for name, node, context in texts.of_strangers(step):
            # `${NAME//[!0-9]/}` lets through what its author chose.
            if re.search(rf"\$(?:{re.escape(name)}\b|\{{{re.escape(name)}\}})", line):
                values = {"name": context, "variable": name, "file": match.group(1)}
                yield Hit(span, values, "text", related=(Related(node, "where it comes from"),))


class Texts:
    """The variables of each step that hold a text of strangers."""

    def __init__(self, model: Workflow) -> None:
        """Take a workflow."""
        self._model = model
        self._flow = Flow(model)
        self._jobs = {id(step): job for job in model.jobs for step in job.steps}

    def of_strangers(self, step: Step) -> Iterator[tuple[str, Node, str]]:
        """Yield name, node and context of each variable of a step with a text of strangers of several lines."""
        job = self._jobs.get(id(step))
        levels = {**self._model.env, **(job.env if job is not None else {}), **step.env}
        for name, node in levels.items():
            taint = self._flow.of_text(node.raw, job, step) if "${{" in node.raw else None
            # A title or a branch has one line, and so sets one variable.
            if taint is not None and taint.origin == "outside" and taint.name.endswith(("body", "message")):
                yield name, node, taint.name
