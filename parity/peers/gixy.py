"""gixy-next: nginx configurations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its findings; those without a line stand in line 0."""
    for path, out in each([str(home / "gixy"), "-f", "json"], folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            line = re.search(r"\d+", str(entry.get("line") or ""))
            yield Verdict(path, int(line.group()) if line else 0, entry["plugin"], entry["summary"])


PEER = Peer("gixy", "nginx", "gixy-next", ("nginx",), run)
