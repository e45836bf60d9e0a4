"""`make parity`: runs the peers and us on the same files and writes docs/parity/<kind>.md.

The files are those of CORPUS and of examples/, and the Dockerfiles in the examples of our rules. Words on the command
line name the peers to compare with. Exits with 1 when we agree on less of a peer's findings than
parity/reasons/<tool>.yaml promises.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from bench.environment import ROOT, peers
from bench.workload import HOME

from parity.compare import Statements, our_verdicts, reasons, rows
from parity.monitoring import write_files
from parity.page import Figures, section, write
from parity.peer import Peer
from parity.peers import PEERS
from parity.systemd import write_files as write_units

REASONS = Path(__file__).parent / "reasons"


def main() -> int:
    """Compare with every peer that can be installed, and return the exit status."""
    chosen = [peer for peer in PEERS if peer.tool in sys.argv[1:] or not sys.argv[1:]]
    folder = _files("-".join(["parity", *sys.argv[1:]]))
    tool = Path(sys.executable).parent / "maverick-lint"
    kinds = _kinds(tool, folder)
    homes = peers(tuple((peer.package, peer.registry) for peer in chosen))
    failed = False
    for peer in chosen:
        if peer.package in homes:
            paths = sorted(path for path, kind in kinds.items() if kind in peer.kinds)
            failed |= _compare(peer, homes[peer.package], tool, folder, paths)
    return int(failed)


def _files(name: str) -> Path:
    folder = HOME / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "examples", folder / "examples")
    corpus = os.environ.get("CORPUS", "")
    if corpus:
        for repository in sorted(Path(corpus).iterdir()):
            if repository.is_dir():
                shutil.copytree(repository, folder / repository.name, symlinks=True)
                for path in (folder / repository.name).rglob("*"):
                    path.chmod(path.stat().st_mode | 0o600)
    else:
        print("CORPUS is not set: only examples/ is compared.")
    for rule in sorted((ROOT / "rules" / "dockerfile").glob("*.yaml")):
        for number, example in enumerate(yaml.safe_load(rule.read_text())["examples"], 1):
            text = example.get("bad", example.get("good"))
            path = folder / "rules" / f"{rule.stem}-{number}" / "Dockerfile"
            path.parent.mkdir(parents=True)
            path.write_text(text if isinstance(text, str) else next(iter(text.values())))
    write_files(ROOT, folder)
    write_units(ROOT, folder)
    for settings in folder.rglob(".maverick-lint.toml"):
        settings.unlink()
    return folder


def _kinds(tool: Path, folder: Path) -> dict[str, str]:
    command = [str(tool), "files", "--format", "json", "--no-config", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return {entry["path"]: entry["kind"] for entry in json.loads(done.stdout)}


def _compare(peer: Peer, home: Path, tool: Path, folder: Path, paths: list[str]) -> bool:
    names = _claimed(tool, peer.tool)
    theirs = list(peer.run(home, folder, paths))
    refused = {verdict.path for verdict in theirs if verdict.name == peer.refusal}
    theirs = [verdict for verdict in theirs if verdict.path not in refused]
    given = _given(peer.tool)
    found = our_verdicts(tool, folder, paths, peer.tool, given.get("options"), apart=peer.apart)
    mine = [one for one in found if one.path not in refused]
    statements = Statements(folder, mine)
    table = rows(theirs, mine, set(names), statements)
    figures = Figures(len(paths), len(refused))
    for name, row in table.items():
        row.settle(reasons((given.get("deviations") or {}).get(name)), statements)
        figures.agreed += row.agreed
        figures.stated += len(row.stated)
        figures.missed += len(row.theirs) - len(row.stated)
    write(peer.page, peer.tool, section(table, names, figures, given, theirs))
    wanted: float = given.get("agreement", 0)
    print(f"{peer.tool}: {len(paths)} files, {figures.agreed} agreed, {figures.missed} only theirs,"
          f" {figures.stated} stated deviations: {figures.share:.1f} % (promised {wanted} %)")  # fmt: skip
    return figures.share < wanted


def _given(tool: str) -> dict[str, Any]:
    """Return the stated reasons; a file that is `like` another tool's has those too, for the rules named after it."""
    given: dict[str, Any] = yaml.safe_load((REASONS / f"{tool}.yaml").read_text())
    other = given.get("like")
    if other:
        for part in ("deviations", "ours"):
            own = given.setdefault(part, {})
            for name, why in _given(str(other))[part].items():
                mine = own.get(f"{other}/{name}", [])
                own[f"{other}/{name}"] = [*why, *mine] if isinstance(why, list) else why
    return given


def _claimed(tool: Path, peer: str) -> dict[str, list[str]]:
    """Return the rules of a peer that ours claim to be, each with ours."""
    listed = subprocess.run([str(tool), "rules", "--format", "json"], capture_output=True, text=True, check=True)
    names: dict[str, list[str]] = {}
    for rule in json.loads(listed.stdout):
        for name in rule["equivalents"]:
            if name.startswith(f"{peer}:"):
                names.setdefault(name.partition(":")[2], []).append(rule["id"])
    return names


if __name__ == "__main__":
    sys.exit(main())
