"""amlint: Alertmanager configurations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its findings by file: it points at the entry or the list that holds the fault, we at the key or value."""
    command = [str(home / "amlint"), "check", "--input-format", "alertmanager", "--format", "json"]
    for path, out in each(command, folder, paths):
        for entry in json.loads(out) if out.lstrip().startswith("[") else []:
            yield Verdict(path, 0, entry["code"], entry["message"])


PEER = Peer("amlint", "monitoring", "amlint", ("alertmanager",), run)
