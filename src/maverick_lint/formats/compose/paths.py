"""Paths as Compose files write them, relative to the root of the repository."""

from __future__ import annotations


def inside(folder: str, path: str) -> str | None:
    """Return `path`, which stands in a file of `folder`, relative to the root; "" is the root itself.

    None when it is absolute, begins with `~`, is a URL, or leads out of the root.
    """
    if path.startswith(("/", "~", "\\\\")) or "://" in path or path[1:3] in (":/", ":\\\\"):
        return None
    steps = [step for step in folder.split("/") if step]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def leads_out(folder: str, path: str) -> bool:
    """Say whether a relative path leads out of the root."""
    return inside(folder, path) is None and not path.startswith(("/", "~")) and "://" not in path
