"""gixy-next: nginx configurations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, each

# It speaks of these in the line of a neighbour (a server for `http`, a member for an upstream): the file counts.
_WHOLE = frozenset(
    {"version_disclosure", "worker_rlimit_nofile_vs_connections", "stale_dns_cache", "missing_worker_processes"}
)
# And of these in a line within the block that ours points at.
_BLOCKS = {"hash_without_default": re.compile(r"^\s*(?:map|geo)\b"), "alias_traversal": re.compile(r"^\s*location\b")}


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its findings; those without a line stand in line 0."""
    for path, out in each([str(home / "gixy"), "-f", "json"], folder, paths):
        for entry in json.loads(out) if out.startswith("[") else []:
            line = re.search(r"\d+", str(entry.get("line") or ""))
            number = int(line.group()) if line else 0
            yield Verdict(path, _place(folder / path, entry["plugin"], number), entry["plugin"], entry["summary"])


def _place(path: Path, plugin: str, line: int) -> int:
    """Return the line that ours points at for the same fault."""
    if plugin in _WHOLE:
        return 0
    opening = _BLOCKS.get(plugin)
    if opening is not None:
        above = path.read_text(errors="replace").splitlines()[:line]
        return next((number for number in range(len(above), 0, -1) if opening.match(above[number - 1])), line)
    return line


PEER = Peer("gixy", "nginx", "gixy-next", ("nginx",), run)
