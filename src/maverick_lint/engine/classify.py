"""Which kind of file a path is."""

from __future__ import annotations

import importlib
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import maverick_lint.formats
from maverick_lint.core.record import record
from maverick_lint.formats.detection import Guess, file_name
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maverick_lint.formats.detection import FileName

TEXT: Final = "text"
_CONTENT_LIMIT: Final = 200_000


@record
class FormatEntry:
    """A format folder, as its `detect` module describes it."""

    folder: str
    kinds: tuple[str, ...]
    examples: Mapping[str, str]
    by_path: Callable[[FileName], Guess | None]
    by_content: Callable[[FileName, str], Guess | None] | None


@lru_cache(maxsize=1)
def formats() -> Sequence[FormatEntry]:
    """Return every format of the package, in the order of their folders' names."""
    home = os.path.dirname(maverick_lint.formats.__file__)
    names = sorted(entry.name for entry in os.scandir(home) if _is_format(entry))
    return tuple(_entry(name) for name in names)


def folder_of(kind: str) -> str:
    """Return the format folder that reads a kind.

    Raises KeyError for an unknown kind.
    """
    return {known: entry.folder for entry in formats() for known in entry.kinds}[kind]


def kinds() -> tuple[str, ...]:
    """Return every kind of file that a format reads, sorted."""
    return tuple(sorted(kind for entry in formats() for kind in entry.kinds))


def by_settings(path: str, assigned: Sequence[tuple[str, str]]) -> Guess | None:
    """Return the kind that the settings assign to a path; a later glob wins over an earlier one."""
    for glob, kind in reversed(assigned):
        if matches(glob, path):
            return Guess(kind, f"settings: {glob}")
    return None


def by_path(path: str, *, executable: bool = False) -> Guess | None:
    """Return the first sure guess of any format, else the first unsure one, else None."""
    name = file_name(path, executable=executable)
    unsure: Guess | None = None
    for entry in formats():
        guess = entry.by_path(name)
        if guess is not None and guess.sure:
            return guess
        unsure = unsure or guess
    return unsure


def by_content(path: str, text: str, *, executable: bool = False) -> Guess | None:
    """Return what the content of a file shows, asked of each format in turn; None when none knows it."""
    name = file_name(path, executable=executable)
    head = text[:_CONTENT_LIMIT]
    for entry in formats():
        if entry.by_content is not None and (guess := entry.by_content(name, head)) is not None:
            return guess
    return None


def _is_format(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith("_") and os.path.isfile(os.path.join(entry.path, "detect.py"))


def _entry(folder: str) -> FormatEntry:
    module = importlib.import_module(f"maverick_lint.formats.{folder}.detect")
    return FormatEntry(folder, module.KINDS, module.EXAMPLES, module.by_path, getattr(module, "by_content", None))
