"""A race: ours and the peers on the same files of one kind, in one run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rival:
    """A peer in a race: its package and registry (pypi, npm or system), its program and the words before the paths.

    `one_by_one` runs it once for each path, for peers that take a single file; their start-up counts, as for users.
    """

    package: str
    registry: str
    program: str
    words: tuple[str, ...] = ()
    one_by_one: bool = False


@dataclass(frozen=True)
class Race:
    """Files of one kind, the CPU seconds that ours may cost on all of them, and the peers that run on them too.

    `files` makes them and returns their folder and their paths in it; no paths where CORPUS is needed and not set.
    `words` are options of ours.
    """

    name: str
    budget: float
    files: Callable[[], tuple[Path, list[str]]]
    rivals: tuple[Rival, ...]
    words: tuple[str, ...] = ()
