"""zizmor: GitHub workflows, actions and Dependabot's settings, without asking any server, as its auditor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each

# So much of what a finding covers is kept beside its text, for the reasons to look at.
_SHOWN = 300


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return the primary place of each of its findings, with what it says there and what stands there."""
    command = [str(home / "zizmor"), "--offline", "--no-progress", "--no-config", "--format", "json"]
    for path, out in each([*command, "--persona", "auditor"], folder, paths):
        if not out.startswith("["):
            yield Verdict(path, 1, "refused", "it ends with an error")
            continue
        for entry in json.loads(out):
            for place in entry["locations"]:
                if place["symbolic"]["kind"] == "Primary":
                    row = place["concrete"]["location"]["start_point"]["row"] + 1
                    covered = " ".join(place["concrete"]["feature"].split())[:_SHOWN]
                    yield Verdict(path, row, entry["ident"], f"{place['symbolic']['annotation']}: {covered}")


PEER = Peer("zizmor", "workflows", "zizmor", ("github-workflow", "github-action", "dependabot"), run, "refused")
