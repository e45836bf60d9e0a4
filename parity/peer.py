"""What a peer is, and how its commands are run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Verdict:
    """A peer says that its rule `name` is broken in a line of a file; `text` is its message."""

    path: str
    line: int
    name: str
    text: str = ""


@dataclass(frozen=True)
class Peer:
    """A peer: the tool's name in our equivalents, the page it stands on, its package, the kinds it reads, its run.

    `run` takes the folder of its commands, the folder of the files and the paths in it. `refusal` is the name under
    which it says that it cannot read a file at all. `registry` is pypi, npm, or system for a program that is used
    where the machine has it; `package` then is the program. `apart` has us judge each repository by itself, as its
    people do: what one of them has says nothing of another.
    """

    tool: str
    page: str
    package: str
    kinds: tuple[str, ...]
    run: Callable[[Path, Path, Sequence[str]], Iterable[Verdict]]
    refusal: str = ""
    registry: str = "pypi"
    apart: bool = False


def output(command: Sequence[str], folder: Path) -> str:
    """Run a command in a folder and return what it prints, whatever its status."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout


def errors(command: Sequence[str], folder: Path) -> str:
    """Run a command in a folder and return what it prints on both channels, errors last, whatever its status."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout + done.stderr


def each(command: Sequence[str], folder: Path, paths: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Run a command once for each path, since some peers lose everything to one bad file."""
    for path in paths:
        yield path, output([*command, path], folder)
