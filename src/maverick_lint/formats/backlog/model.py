"""A task of the backlog.

The standard names the parts of a task (id, title, deliverables, references, acceptance criteria, status) and no
spellings but `status`, `path` and `task_id`; the usual ones are taken (schemas/backlog-task.schema.json lists them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

ID: Final = ("task_id", "id", "taskId", "task-id")
TITLE: Final = ("title", "name")
STATUS: Final = ("status",)
KIND: Final = ("kind", "type", "category")
DELIVERABLES: Final = ("deliverables", "deliverable")
REFERENCES: Final = ("references", "reference", "refs")
ACCEPTANCE: Final = ("acceptance_criteria", "acceptance", "acceptanceCriteria", "acceptance-criteria")
DEPENDENCIES: Final = ("depends_on", "dependencies", "blocked_by")
PARTS: Final = (ID, TITLE, DELIVERABLES, REFERENCES, ACCEPTANCE, STATUS)

PATH_KEYS: Final = ("path", "file", "paths", "files")
TASK_KEYS: Final = ("task", "task_id", "id")
TEXT_KEYS: Final = ("description", "title", "name", "criterion", "text", "then", "state", "url", "link")


@record
class Pointer:
    """A path or a task's id that a task names; `text` as written, `named` when it stands under a key such as `path`."""

    text: str
    span: Span
    named: bool = False


@record
class BacklogTask:
    """A task: the mapping that holds it, and its parts where they are of the right types.

    root          the mapping, or whatever stands in its place; None for an empty file
    deliverables  those that are paths
    references    paths and ids of other tasks, dependencies included
    """

    path: str
    root: Node | None
    deliverables: tuple[Pointer, ...] = ()
    references: tuple[Pointer, ...] = ()

    def part(self, spellings: tuple[str, ...]) -> Node | None:
        """Return the value of a part under the first of its spellings that the task has."""
        if self.root is None:
            return None
        return next((node for key in spellings if (node := self.root.get(key)) is not None), None)

    @property
    def id(self) -> Node | None:
        """The scalar that holds the task's id."""
        return self._scalar(ID)

    @property
    def status(self) -> Node | None:
        """The scalar that holds the status."""
        return self._scalar(STATUS)

    @property
    def kind(self) -> Node | None:
        """The scalar that says what kind of work it is; a task need not say it."""
        return self._scalar(KIND)

    @property
    def start(self) -> Span:
        """The place for what is missing: the first key of the task, else the start of the file."""
        if self.root is not None and self.root.is_map and self.root.children:
            key = self.root.children[0][0]
            return self.root.span if key is None else key.span
        return Span(0, 0)

    def _scalar(self, spellings: tuple[str, ...]) -> Node | None:
        node = self.part(spellings)
        return node if node is not None and node.is_scalar and node.text else None
