"""What lies in each folder of the repository, looked up once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.stack.model import Stack


def files_in(stack: Stack, folder: str) -> tuple[str, ...]:
    """Return the paths of the files that lie in a folder itself, sorted; "" is the root."""
    known = stack.memo.setdefault("files-by-folder", {})
    assert isinstance(known, dict)  # noqa: S101 - made in the line above
    if folder not in known:
        known[folder] = tuple(sorted(_index(stack)[0].get(folder, ())))
    found: tuple[str, ...] = known[folder]
    return found


def folders_in(stack: Stack, folder: str) -> tuple[str, ...]:
    """Return the names of the folders that lie in a folder itself, sorted; "" is the root."""
    return tuple(sorted(_index(stack)[1].get(folder, ())))


def files_below(stack: Stack, folder: str) -> Iterator[str]:
    """Yield the paths of the files in a folder and in those below it, sorted; "" is the root."""
    known = stack.memo.get("sorted-paths")
    if not isinstance(known, list):
        known = stack.memo["sorted-paths"] = sorted(stack.files)
    start = f"{folder}/" if folder else ""
    for index in range(bisect_left(known, start), len(known)):
        if not known[index].startswith(start):
            return
        yield known[index]


def paths_named(stack: Stack, name: str) -> list[str]:
    """Return the paths of the files of a name, in whatever folder, sorted."""
    known = stack.memo.get("paths-by-name")
    if isinstance(known, dict):
        return list(known.get(name, ()))
    found: dict[str, list[str]] = {}
    for path in sorted(stack.files):
        found.setdefault(path.rpartition("/")[2], []).append(path)
    stack.memo["paths-by-name"] = found
    return list(found.get(name, ()))


def _index(stack: Stack) -> tuple[Mapping[str, list[str]], Mapping[str, set[str]]]:
    known = stack.memo.get("folder-index")
    if isinstance(known, tuple):
        return known
    files: dict[str, list[str]] = {}
    folders: dict[str, set[str]] = {}
    for path in stack.files:
        folder = path.rpartition("/")[0]
        if folder not in files:
            at = folder
            while at:
                above, _, name = at.rpartition("/")
                inner = folders.setdefault(above, set())
                if name in inner:
                    break
                inner.add(name)
                at = above
        files.setdefault(folder, []).append(path)
    found = stack.memo["folder-index"] = (files, folders)
    return found
