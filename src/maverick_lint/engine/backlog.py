"""Completes tasks of the backlog: verifies what they promise, then changes one word of their file."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

from maverick_lint.core.facts.repository import Task
from maverick_lint.engine.files import replace_text
from maverick_lint.report.text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.projects import Project
    from maverick_lint.engine.run import Result

FINAL = "COMPLETE"


class RefusedError(Exception):
    """A task cannot be completed; `missing` says why, one sentence each."""

    def __init__(self, missing: Sequence[str]) -> None:
        """Take the list of what is missing."""
        super().__init__("; ".join(missing))
        self.missing = tuple(missing)


def tasks(result: Result) -> tuple[Task, ...]:
    """Return the tasks of a project, in the order of their files."""
    return tuple(result.stack.every(Task)) if result.stack is not None else ()


def unread(result: Result) -> list[str]:
    """Return what is wrong with the files of the backlog in which no task could be read, one sentence each."""
    known = {task.path for task in tasks(result)}
    faults = [f for f in result.findings if f.rule == "backlog-task/syntax" and f.location.path not in known]
    return [_sentence(fault) for fault in faults]


def missing(task: Task, result: Result) -> list[str]:
    """Return what keeps a task from being complete: absent deliverables, and errors in its file."""
    stack = result.stack
    absent = [
        f"{printable(item.path)}: the deliverable does not exist"
        for item in task.deliverables
        if stack is not None and not stack.exists(item.path)
    ]
    if not task.deliverables:
        absent.append(f"{printable(task.path)}: no deliverable is named")
    return absent + [_sentence(finding) for finding in result.findings if _is_about(finding, task)]


def complete(task: Task, project: Project, result: Result) -> None:
    """Set the status of a task to COMPLETE, and leave every other byte of its file as it was.

    Raises RefusedError when the task does not deliver what it promises, or its status cannot be changed safely.
    """
    if lacking := missing(task, result):
        raise RefusedError(lacking)
    before = project.files.read(task.path).text
    after = _with_status(before, task)
    if _data(after) != _completed(_data(before)):
        raise RefusedError([f"{printable(task.path)}: the status cannot be changed alone, another value refers to it"])
    replace_text(os.path.join(project.folder, task.path), after)


def _with_status(text: str, task: Task) -> str:
    span = task.status_place.span
    quote = text[span.start] if text[span.start : span.start + 1] in ("'", '"') else ""
    return f"{text[: span.start]}{quote}{FINAL}{quote}{text[span.end :]}"


def _completed(data: dict[str, object]) -> dict[str, object]:
    inner = data.get("task")
    # A task may stand under a single key `task`.
    if len(data) == 1 and isinstance(inner, dict):
        return {"task": {**inner, "status": FINAL}}
    return {**data, "status": FINAL}


def _data(text: str) -> dict[str, object]:
    from ruamel.yaml import YAML  # only where a task is completed
    from ruamel.yaml.error import YAMLError  # as above

    try:
        data = YAML(typ="safe", pure=True).load(io.StringIO(text))
    except YAMLError as error:
        raise RefusedError([f"the file is no valid YAML: {str(error).splitlines()[0]}"]) from error
    return data if isinstance(data, dict) else {}


def _is_about(finding: Finding, task: Task) -> bool:
    if finding.location.path != task.path or finding.absent or finding.suppression is not None:
        return False
    # Absent deliverables are listed from the facts already, whatever the status says.
    return finding.level == "error" and finding.rule not in ("backlog/complete-deliverables", "backlog/status")


def _sentence(finding: Finding) -> str:
    start = finding.location.start
    return f"{printable(finding.location.path)}:{start.line}:{start.column}: {finding.message}"
