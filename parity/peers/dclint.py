"""dclint (docker-compose-linter): Compose files.

Its places are those of a block, of the first text that looks alike, or line 1: a finding agrees with ours when the same
rule finds as many in the same file. For reasons to be narrow, each text says what stands at its line, and whether the
file is a part of other projects. Its JSON is cut off on a pipe, so it writes to a file.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, output

_AT_ONCE = 100


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its verdicts with the rules that it has switched on."""
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "out.json"
        for start in range(0, len(paths), _AT_ONCE):
            output([str(home / "dclint"), "-f", "json", "-o", str(target), *paths[start : start + _AT_ONCE]], folder)
            for file in json.loads(target.read_text(encoding="utf-8")):
                path = file["filePath"]
                lines = (folder / path).read_text(encoding="utf-8", errors="replace").splitlines()
                part = " [part of other projects]" if _is_part(path, "\n".join(lines)) else ""
                for entry in file["messages"]:
                    block = _block(lines, entry["line"] - 1)
                    yield Verdict(path, 0, entry["rule"], f"{entry['message']} [{block}]{part}")
            target.unlink()


def _block(lines: Sequence[str], first: int) -> str:
    """Return a line and those that stand deeper below it, as one line."""
    depth = len(lines[first]) - len(lines[first].lstrip(" -")) if first < len(lines) else 0
    found = [line.strip() for line in lines[first : first + 1]]
    for line in lines[first + 1 : first + 60]:
        if line.strip() and len(line) - len(line.lstrip(" -")) <= depth:
            break
        found.append(line.strip())
    return " ".join(found)


def _is_part(path: str, text: str) -> bool:
    """Say whether a file is no project of its own: nothing in it, or in some of its services, could be started."""
    from maverick_lint.core.source import Source
    from maverick_lint.engine.files import MemoryFiles
    from maverick_lint.engine.load import FilesReader, parse

    document = parse("compose", Source(path, text), FilesReader(MemoryFiles({path: text})))
    return document.model is None or document.model.fragment


PEER = Peer("dclint", "compose", "dclint@3.1.0", ("compose",), run, registry="npm")
