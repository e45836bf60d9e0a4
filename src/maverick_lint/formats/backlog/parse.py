"""Reads a task of the backlog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.backlog.model import (
    DELIVERABLES,
    DEPENDENCIES,
    PATH_KEYS,
    REFERENCES,
    TASK_KEYS,
    BacklogTask,
    Pointer,
)
from maverick_lint.formats.backlog.paths import is_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[BacklogTask | None]:  # noqa: ARG001 - the signature of every format
    """Return the document of a task; a task may stand under a single top-level key `task`."""
    parsed = read_yaml(source, "go")
    model = None if parsed.fatal or parsed.templated else _task(source.path, parsed.root)
    return Document(
        source, kind, model, tree=parsed.root, errors=tuple(parsed.errors),
        comments=parsed.comments, scopes=parsed.scopes,
    )  # fmt: skip


def _task(path: str, root: Node | None) -> BacklogTask:
    if root is not None and root.is_map and list(root.pairs()) == ["task"]:
        root = root.get("task") or root
    bare = BacklogTask(path, root)
    references = [*_pointers(bare.part(REFERENCES)), *_pointers(bare.part(DEPENDENCIES))]
    return BacklogTask(path, root, tuple(_paths(_pointers(bare.part(DELIVERABLES)))), tuple(references))


def _pointers(node: Node | None) -> Iterator[Pointer]:
    """Yield the scalars of a list that name something: its items, or the paths and ids in mappings."""
    if node is None:
        return
    for item in node.items() or ([node] if node.is_scalar else []):
        if item.is_scalar and item.text:
            yield Pointer(item.text.strip(), item.span)
        for key in (*PATH_KEYS, *TASK_KEYS) if item.is_map else ():
            value = item.get(key)
            for inner in [] if value is None else value.items() or [value]:
                if inner.is_scalar and inner.text:
                    yield Pointer(inner.text.strip(), inner.span, named=key in PATH_KEYS)


def _paths(pointers: Iterator[Pointer]) -> Iterator[Pointer]:
    return (pointer for pointer in pointers if is_path(pointer.text, named=pointer.named))
