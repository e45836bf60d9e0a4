"""What tests of the engine share: running the tool in a folder as a user does."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from maverick_lint.cli.commands import cli


@dataclass(frozen=True)
class Ran:
    """What a run of the command line gave."""

    status: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """Return standard output as JSON."""
        data: dict[str, Any] = json.loads(self.out)
        return data

    def rules(self) -> list[str]:
        """Return the rules of the findings, in order."""
        return [finding["rule"] for finding in self.json()["findings"]]


def tool(folder: Path, *arguments: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run the command line in a folder."""
    command = [sys.executable, "-m", "maverick_lint", *arguments]
    done = subprocess.run(command, cwd=folder, input=stdin, capture_output=True, env=env, timeout=60, check=False)
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def tool_here(folder: Path, *arguments: str) -> Ran:
    """Run the command line in a folder, in this process: what a test has set for the product holds there too."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(cli, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by path below a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def checkout(folder: Path) -> Path:
    """Make a folder, as a git checkout."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", "test@example.com")
    git(folder, "config", "user.name", "Test")
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it printed."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
