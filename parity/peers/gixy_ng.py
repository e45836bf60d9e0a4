"""gixy-ng: nginx configurations; a fork of gixy beside gixy-next, with plugins and opinions of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each

# It speaks of these in the line of a neighbour, or of none: the file counts.
_WHOLE = frozenset({"version_disclosure", "worker_rlimit_nofile_vs_connections", "missing_resolver", "hsts_header"})


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its findings; those without a line stand in line 0."""
    for path, out in each([str(home / "gixy"), "-f", "json"], folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            line = re.search(r"\d+", str(entry.get("line") or ""))
            whole = entry["plugin"] in _WHOLE or line is None
            yield Verdict(path, 0 if whole or line is None else int(line.group()), entry["plugin"], entry["summary"])


PEER = Peer("gixy-ng", "nginx", "gixy-ng", ("nginx",), run)
