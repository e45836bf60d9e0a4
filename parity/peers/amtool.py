"""amtool: Alertmanager configurations; it says of a file as a whole whether it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, errors


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return one finding for each file that it refuses, in line 0."""
    for path in paths:
        out = errors([str(home / "amtool"), "check-config", path], folder)
        if "FAILED" in out:
            yield Verdict(path, 0, "check-config", " ".join(out.partition("FAILED:")[2].split())[:200])


PEER = Peer("amtool", "monitoring", "amtool", ("alertmanager",), run, registry="system")
