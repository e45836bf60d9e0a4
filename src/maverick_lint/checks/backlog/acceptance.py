"""A task has no acceptance criteria, or an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.backlog.model import ACCEPTANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.backlog.model import BacklogTask


def check(document: Document[BacklogTask], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for a task without criteria, and one for each criterion that says nothing."""
    task = document.model
    if task.root is None or not task.root.is_map:
        return
    node = task.part(ACCEPTANCE)
    if node is None:
        yield Hit(task.start)
    elif not node.children and not (node.is_scalar and node.text):
        yield Hit(node.key or node)
    else:
        for number, item in enumerate(node.items(), 1):
            if _is_blank(item):
                yield Hit(item, {"number": number}, case="blank")


def _is_blank(item: Node) -> bool:
    if item.is_scalar:
        return not item.raw.strip() or item.value is None
    return not any(node.is_scalar and node.text for node in item.walk())
