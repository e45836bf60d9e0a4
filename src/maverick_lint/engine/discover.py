"""Finds the root, the projects and the files."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from maverick_lint.config.load import find
from maverick_lint.core.facts.repository import PathFact
from maverick_lint.core.record import builder, field, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SKIPPED_FOLDERS: Final = frozenset(
    {".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".tox", ".nox"}
)


@record
class Notice:
    """Something that was passed over, and why."""

    path: str
    text: str


@builder
class Discovered:
    """The files below a root by their paths relative to it, and what was passed over."""

    root: str
    entries: dict[str, PathFact] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def find_root(paths: Sequence[str]) -> str:
    """Return the root of a run: the nearest folder above the paths that git or a settings file marks as one.

    Where nothing marks one it is the current folder if the paths lie in it, else the folder that holds them all.
    """
    here = os.path.realpath(".")
    real = [os.path.realpath(path) for path in paths] or [here]
    common = os.path.commonpath(real)
    start = common if os.path.isdir(common) else os.path.dirname(common)
    for candidate in _upwards(start):
        if os.path.exists(os.path.join(candidate, ".git")) or find(candidate) is not None:
            return candidate
    return here if start == here or start.startswith(here.rstrip("/") + "/") else start


def _upwards(folder: str) -> Iterator[str]:
    yield folder
    while (parent := os.path.dirname(folder)) != folder:
        folder = parent
        yield folder


def discover(root: str) -> Discovered:
    """Return the files of a root: what git tracks and does not ignore, elsewhere a walk that obeys .gitignore."""
    found = Discovered(root)
    listed = _from_git(root)
    for path in sorted(walk(root) if listed is None else listed):
        add(found, path)
    return found


def add(found: Discovered, path: str, *, named: bool = False) -> None:
    """Take a path relative to the root if it is a regular file inside it; say why where it is not.

    A `named` path is one that the user gave: one that does not exist is kept, so that reading it is reported.
    """
    full = os.path.join(found.root, path)
    is_link = False
    try:
        status = os.lstat(full)
        is_link = stat.S_ISLNK(status.st_mode)
        if is_link:
            real = os.path.realpath(full)
            if not real.startswith(found.root.rstrip("/") + "/"):
                found.notices.append(Notice(path, "is a link that leads out of the repository"))
                return
            status = os.stat(real)
            if stat.S_ISDIR(status.st_mode):
                return  # what it links to is walked where it stands
    except (OSError, ValueError) as error:
        if named:
            found.entries[path] = PathFact(path, 0, executable=False)
        elif is_link:
            found.notices.append(Notice(path, "is a link that leads nowhere"))
        elif not isinstance(error, FileNotFoundError):
            found.notices.append(Notice(path, "cannot be looked at"))
        return
    if stat.S_ISREG(status.st_mode):
        found.entries[path] = PathFact(path, status.st_size, executable=bool(status.st_mode & stat.S_IXUSR))
    elif not stat.S_ISDIR(status.st_mode) or named:
        found.notices.append(Notice(path, f"is {_special(status.st_mode)}, not a file"))


def _special(mode: int) -> str:
    names = ((stat.S_ISFIFO, "a FIFO"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
    return next((name for test, name in names if test(mode)), "a device")


def _from_git(root: str) -> list[str] | None:
    if not _in_git(root):
        return None
    import subprocess

    command = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603 - fixed words
    except (OSError, subprocess.SubprocessError):
        return None
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def _in_git(root: str) -> bool:
    return any(os.path.exists(os.path.join(folder, ".git")) for folder in _upwards(root))


def walk(root: str) -> Iterable[str]:
    """Yield the paths of all files below a folder, relative to it, but for what .gitignore files leave out."""
    ignored = None
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as scan:
                children = sorted(scan, key=lambda child: child.name)
        except OSError:
            continue
        if any(child.name == ".gitignore" for child in children):
            from maverick_lint.engine.gitignore import Ignored  # pathspec costs 33 ms to import

            ignored = ignored or Ignored(root)
            ignored.enter(folder)
        for child in children:
            path = f"{folder}/{child.name}" if folder else child.name
            is_folder = child.is_dir(follow_symlinks=False)
            if ignored is not None and ignored.matches(path, is_folder=is_folder):
                continue
            if not is_folder:
                yield path
            elif child.name not in _SKIPPED_FOLDERS:
                pending.append(path)
