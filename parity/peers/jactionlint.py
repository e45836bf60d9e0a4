"""jactionlint: GitHub workflows, actions and Dependabot's settings, with every rule that asks no server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its verdicts without those of ShellCheck and pyflakes; comments that silence it are not honoured."""
    command = [str(home / "jactionlint"), "--profile", "pedantic", "--shellcheck=", "--pyflakes=", "--no-ignores"]
    for path, out in each([*command, "--format", "json"], folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            yield Verdict(path, entry["line"], entry["id"], entry["message"])


PEER = Peer("jactionlint", "workflows", "jactionlint", ("github-workflow", "github-action", "dependabot"), run)
