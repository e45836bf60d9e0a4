"""dclint (docker-compose-linter): Compose files.

Its places are those of a block, of the first text that looks alike, or line 1: a finding agrees with ours when the same
rule finds as many in the same file. For reasons to be narrow, each text says what stands at its line, and whether the
file is a part of other projects. Its JSON is cut off on a pipe, so it writes to a file.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from maverick_lint.checks.compose.project_name import leans_on_others
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from parity.peer import Peer, Verdict, output

_AT_ONCE = 100


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return its verdicts with the rules that it has switched on."""
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "out.json"
        for start in range(0, len(paths), _AT_ONCE):
            output([str(home / "dclint"), "-f", "json", "-o", str(target), *paths[start : start + _AT_ONCE]], folder)
            for file in json.loads(target.read_text(encoding="utf-8")):
                project = _Project(folder, file["filePath"])
                for entry in file["messages"]:
                    text = f"{entry['message']} [{project.block(entry['line'])}]{project.marks(entry['message'])}"
                    line = project.line(entry["rule"], entry["message"], entry["line"])
                    yield Verdict(file["filePath"], line, entry["rule"], text)
            target.unlink()


class _Project:
    """A file as we read it, with those of its folder."""

    def __init__(self, folder: Path, path: str) -> None:
        self.lines = (folder / path).read_text(encoding="utf-8", errors="replace").splitlines()
        top, home = folder / Path(path).parts[0], Path(path).parent
        near = [*(folder / home).iterdir(), *(top.iterdir() if top.is_dir() else ())]
        texts = {
            one.relative_to(folder).as_posix(): one.read_text(encoding="utf-8", errors="replace")
            for one in near
            if one.suffix in (".yml", ".yaml") and one.is_file()
        }
        reader = FilesReader(MemoryFiles(texts))
        self.model = parse("compose", Source(path, texts[path]), reader).model

    def block(self, line: int) -> str:
        """Return a line and those that stand deeper below it, as one line."""
        first = self.lines[line - 1] if line <= len(self.lines) else ""
        found = [first.strip()]
        for text in self.lines[line : line + 60]:
            if text.strip() and _depth(text) <= _depth(first):
                break
            found.append(text.strip())
        return " ".join(found)

    def line(self, rule: str, message: str, line: int) -> int:
        """Return the line that a message is about; 0 where it is about the file or its line is known to be wrong."""
        if rule in ("require-quotes-in-ports", "service-image-require-explicit-tag", "service-container-name-regex"):
            return line
        port = re.search(r'exporting port "(.+?)" without', message) if rule == "no-unbound-port-interfaces" else None
        if port is None:
            return 0
        below = range(line, min(line + 60, len(self.lines)))
        long = re.search(r'"target":"?(\d+)', port[1])  # the long form is shown as JSON
        text = port[1] if long is None else f"target: {long[1]}"
        found = next((number for number in below if text in self.lines[number]), line - 1)
        while long is not None and found >= line and not self.lines[found].lstrip().startswith("- "):
            found -= 1  # to the line on which the item begins
        return found + 1

    def marks(self, message: str) -> str:
        """Say what the file and the service named are: a part of other projects, an image that is built here."""
        if self.model is None or self.model.fragment or self.model.part or leans_on_others(self.model):
            return " [part of other projects]"
        named = re.search(r'Service "([^"]+)" is using the image "([^"]+)"', message)
        services = self.model.services
        built = {service.name for service in services if service.build is not None}
        images = {service.image_at.known for service in services if service.image_at and service.name in built}
        return " [built here]" if named is not None and (named[1] in built or named[2] in images) else ""


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip(" -"))


PEER = Peer("dclint", "compose", "dclint@3.1.0", ("compose",), run, registry="npm")
