"""Whether a path that a task names is in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.select.glob import matches
from maverick_lint.stack.folders import files_below

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


def exists(stack: Stack, path: str) -> bool:
    """Say whether a file or folder of this path exists; a path with `*` or `?` when it matches a file."""
    if "*" in path or "?" in path:
        glob = "/" + path.lstrip("/")
        return any(matches(glob, file) for file in files_below(stack, folder_of(glob)))
    return stack.exists(path)


def folder_of(glob: str) -> str:
    """Return the folder in which all that a glob matches lies, "" for the root."""
    fixed = glob.lstrip("/")
    for sign in "*?[":
        fixed = fixed.partition(sign)[0]
    return fixed.rpartition("/")[0]
