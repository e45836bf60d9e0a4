"""A task of the backlog lacks a part, or has one of a wrong type (schemas/backlog-task.schema.json)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.backlog.model import (
    ACCEPTANCE,
    DELIVERABLES,
    ID,
    PARTS,
    REFERENCES,
    STATUS,
    TITLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.backlog.model import BacklogTask

_TEXTS: Final = (ID, TITLE, STATUS)
_LISTS: Final = (DELIVERABLES, REFERENCES, ACCEPTANCE)


def check(document: Document[BacklogTask], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for what is no mapping, one for all parts that are missing, and one for each wrong type."""
    task = document.model
    if task.root is None or not task.root.is_map:
        yield Hit(task.start if task.root is None else task.root, case="mapping")
        return
    missing = [f"`{spellings[0]}`" for spellings in PARTS if task.part(spellings) is None]
    if missing:
        yield Hit(task.start, {"missing": _listed(missing)})
    for spellings in PARTS:
        node = task.part(spellings)
        if node is not None:
            yield from _wrong(node, spellings)


def _wrong(node: Node, spellings: tuple[str, ...]) -> Iterator[Hit]:
    key = "" if node.key is None else node.key.raw
    if spellings in _TEXTS:
        number = spellings is ID and isinstance(node.value, int) and not isinstance(node.value, bool)
        if not (node.is_scalar and (number or (isinstance(node.value, str) and node.value.strip()))):
            yield Hit(_at(node), {"key": key}, case="text")
        return
    if not node.is_list or (spellings is DELIVERABLES and not node.items()):
        case = "empty" if node.is_list else "list"
        yield Hit(_at(node), {"key": key}, case=case)
        return
    for item in node.items():
        if not _is_item(item):
            yield Hit(item, {"key": key}, case="item")


def _is_item(node: Node) -> bool:
    """Say whether an item of a list is a text, or a mapping that holds something."""
    if node.is_scalar:
        return isinstance(node.value, str) and bool(node.value.strip())
    return node.is_map and bool(node.children)


def _at(node: Node) -> Node:
    """Return the scalar itself where it can be seen, else the key: a finding never covers a whole block."""
    return node if (node.is_scalar and node.raw) or node.key is None else node.key


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
