"""Whether a path that a task names is in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


def exists(stack: Stack, path: str) -> bool:
    """Say whether a file or folder of this path exists; a path with `*` or `?` when it matches a file."""
    if "*" in path or "?" in path:
        return any(matches("/" + path.lstrip("/"), file) for file in stack.files)
    return stack.exists(path)
