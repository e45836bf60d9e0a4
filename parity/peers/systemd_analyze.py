"""systemd-analyze verify and security: units, each asked about alone.

Its verdicts are `verify` where it names a line, `start` where it refuses a unit as a whole, and `security` where the
exposure of a service is above what our rule says by default. What it says of this
machine, on which neither the programs nor the other units are, is `machine`.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, errors

_LINE = re.compile(r"^(?P<file>/.*?):(?P<line>\d+): (?P<text>.*)$")
_EXPOSURE = re.compile(r"Overall exposure level for \S+: ([\d.]+)")
_EXPOSED = 7.0
_AGAIN = re.compile(r"has a bad unit file setting|has fatal error, unit will not be started|^\s*$")
_MACHINE = re.compile(
    r"is not executable|not found|not loaded|Failed to (?:create|load|prepare|open)|does not match strict|"
    r"dependency on|masked|Cannot add|Accepting user/group name|is not a valid"
)


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return what it says of each unit, drop-ins left out; a unit is copied, since only its neighbours may join it."""
    for path in paths:
        if path.endswith(".conf"):
            continue
        with tempfile.TemporaryDirectory() as alone:
            unit = Path(alone) / Path(path).name
            unit.write_bytes((folder / path).read_bytes())
            for drop_in in sorted((folder / path).parent.glob(f"{unit.name}.d/*.conf")):
                copied = Path(alone) / f"{unit.name}.d" / drop_in.name
                copied.parent.mkdir(exist_ok=True)
                copied.write_bytes(drop_in.read_bytes())
            command = [str(home / "systemd-analyze"), "verify", "--man=no", "--recursive-errors=no", str(unit)]
            yield from _verdicts(path, unit, errors(command, folder).splitlines())
            if unit.suffix == ".service":
                security = [command[0], "security", "--offline=true", str(unit)]
                match = _EXPOSURE.search(errors(security, folder))
                if match is not None and float(match[1]) > _EXPOSED:
                    yield Verdict(path, 0, "security", f"{match[0]}; {_who(unit)}")


def _verdicts(path: str, unit: Path, lines: Iterable[str]) -> Iterable[Verdict]:
    for line in lines:
        match = _LINE.match(line)
        if _AGAIN.search(line) or (match is not None and match["file"] != str(unit)):
            continue
        if match is not None:
            yield Verdict(path, _first(unit, int(match["line"])), "verify", match["text"])
        elif _MACHINE.search(line):
            yield Verdict(path, 0, "machine", line)
        elif line.startswith(f"{unit.name}:"):
            yield Verdict(path, 0, "start", line)


def _who(unit: Path) -> str:
    """Return what a unit runs, and in which group."""
    lines = unit.read_text(errors="replace").splitlines()
    return " ".join(line for line in lines if line.startswith(("ExecStart=", "Group=")))


def _first(unit: Path, line: int) -> int:
    """Return the first line of a setting that goes on over several; it names the last."""
    lines = unit.read_text(errors="replace").splitlines()
    while line > 1 and lines[line - 2].rstrip().endswith("\\"):
        line -= 1
    return line


PEER = Peer("systemd-analyze", "systemd", "systemd-analyze", ("systemd",), run, registry="system")
