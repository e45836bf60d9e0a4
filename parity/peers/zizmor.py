"""zizmor: GitHub workflows and actions, without asking any server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return the primary place of each of its findings."""
    command = [str(home / "zizmor"), "--offline", "--no-progress", "--format", "json", "--persona", "regular"]
    for path, out in each(command, folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            for place in entry["locations"]:
                if place["symbolic"]["kind"] == "Primary":
                    row = place["concrete"]["location"]["start_point"]["row"] + 1
                    yield Verdict(path, row, entry["ident"], entry["desc"])


PEER = Peer("zizmor", "workflows", "zizmor", ("github-workflow", "github-action"), run)
