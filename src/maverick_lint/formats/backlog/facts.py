"""What a task of the backlog states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Deliverable, Task
from maverick_lint.core.span import Place
from maverick_lint.formats.backlog.paths import bare_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.backlog.model import BacklogTask


def facts(document: Document[BacklogTask]) -> Iterator[Fact]:
    """Yield the task of a file."""
    task, path = document.model, document.source.path
    start = Place(path, task.start)
    status, kind = task.status, task.kind
    value = Task(
        id="" if task.id is None else task.id.raw.strip(),
        path=path,
        place=start,
        status="" if status is None else status.raw.strip(),
        status_place=start if status is None else Place(path, status.span),
        id_place=start if task.id is None else Place(path, task.id.span),
        deliverables=tuple(Deliverable(bare_path(p.text), Place(path, p.span)) for p in task.deliverables),
        kind="" if kind is None else kind.raw.strip(),
        references=tuple((p.text, Place(path, p.span)) for p in task.references),
    )
    yield Fact("task", value.id or path, value, start)
