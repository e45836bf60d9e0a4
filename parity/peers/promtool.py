"""promtool: Prometheus configurations and rule files; it says of a file as a whole whether it is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, errors

_GROUPS = re.compile(r"^['\"]?groups['\"]?:", re.MULTILINE)


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return one finding for each file that it refuses, and its lints, in line 0."""
    for path in paths:
        text = (folder / path).read_text(errors="replace")
        kind = "rules" if _GROUPS.search(text) else "config"
        out = errors([str(home / "promtool"), "check", kind, path], folder)
        if "duplicate rule(s) found" in out:
            names = sorted(set(re.findall(r"^Metric: (\S+)", out, re.MULTILINE)))
            yield Verdict(path, 0, "duplicate-rules", f"duplicate rules: {', '.join(names)}")
        message = " ".join(out.partition("FAILED:")[2].split())
        missing = "does not point to an existing file" in message or "no such file" in message
        if message and not message.startswith("lint error") and not missing:
            yield Verdict(path, 0, f"check-{kind}", message[:600])


PEER = Peer("promtool", "monitoring", "promtool", ("prometheus", "prometheus-rules"), run, registry="system")
