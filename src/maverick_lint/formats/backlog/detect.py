"""Tasks are the YAML files right in docs/backlog/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("backlog-task",)
EXAMPLES = {"backlog-task": "docs/backlog/TASK-001.yaml"}


def by_path(name: FileName) -> Guess | None:
    """Know the YAML files of docs/backlog/, but for templates and files that begin with `_` or a dot."""
    if name.folders[-2:] != ("docs", "backlog") or name.suffix not in (".yaml", ".yml"):
        return None
    if name.name.startswith((".", "_", "template")):
        return None
    return Guess("backlog-task", "in docs/backlog/")
