"""`make parity`: runs the peers and us on the same files and writes docs/parity/<tool>.md.

The files are those of CORPUS and of examples/, and the Dockerfiles in the examples of our rules. Words on the command
line name the peers to compare with. Exits with 1 when we agree on less of a peer's findings than parity/reasons.yaml
promises.
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
from bench.environment import ROOT, ours, peers
from bench.workload import HOME

from parity.compare import Row, Statements, is_stated, kinds, our_verdicts, rows
from parity.peers import PEERS, Peer, Verdict

REASONS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "reasons.yaml").read_text())


def main() -> int:
    """Compare with every peer that can be installed, and return the exit status."""
    chosen = [peer for peer in PEERS if peer.tool in sys.argv[1:] or not sys.argv[1:]]
    folder = _files("-".join(["parity", *sys.argv[1:]]))
    tool = ours() / "maverick-lint"
    kinds = _kinds(tool, folder)
    homes = peers(tuple(peer.package for peer in chosen))
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
    for settings in folder.rglob(".maverick-lint.toml"):
        settings.unlink()
    return folder


def _kinds(tool: Path, folder: Path) -> dict[str, str]:
    command = [str(tool), "files", "--format", "json", "--no-config", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return {entry["path"]: entry["kind"] for entry in json.loads(done.stdout)}


def _compare(peer: Peer, home: Path, tool: Path, folder: Path, paths: list[str]) -> bool:
    listed = subprocess.run([str(tool), "rules", "--format", "json"], capture_output=True, text=True, check=True)
    names: dict[str, list[str]] = {}
    for rule in json.loads(listed.stdout):
        for name in rule["equivalents"]:
            if name.startswith(f"{peer.tool}:"):
                names.setdefault(name.partition(":")[2], []).append(rule["id"])
    theirs = list(peer.run(home, folder, paths))
    refused = {verdict.path for verdict in theirs if verdict.name == peer.refusal}
    theirs = [verdict for verdict in theirs if verdict.path not in refused]
    mine = [verdict for verdict in our_verdicts(tool, folder, paths, peer.tool) if verdict.path not in refused]
    statements = Statements(folder)
    table = rows(theirs, mine, set(names), statements)
    reasons = REASONS.get(peer.tool, {})
    agreed = sum(row.agreed for row in table.values())
    given = {name: kinds(value) for name, value in (reasons.get("deviations") or {}).items()}
    stated = sum(is_stated(v, given.get(name, ()), statements) for name, row in table.items() for v in row.theirs)
    missed = sum(len(row.theirs) for row in table.values()) - stated
    share = 100 * agreed / max(agreed + missed, 1)
    uncovered = sorted({verdict.name for verdict in theirs} - set(names))
    _write(peer, table, names, uncovered, (len(paths), len(refused), agreed + missed + stated, stated, share), theirs)
    wanted: float = reasons.get("agreement", 0)
    print(f"{peer.tool}: {len(paths)} files, {agreed} agreed, {missed} only theirs, {stated} stated deviations:"
          f" {share:.1f} % (promised {wanted} %)")  # fmt: skip
    return share < wanted


def _write(  # noqa: PLR0913 - the parts of a page
    peer: Peer,
    table: dict[str, Row],
    names: dict[str, list[str]],
    uncovered: list[str],
    figures: tuple[int, int, int, int, float],
    theirs: list[Verdict],
) -> None:
    reasons = REASONS.get(peer.tool, {}).get("deviations", {})
    lines = [
        f"# {peer.tool}",
        "",
        f"{figures[0]} files, of which it refuses to read {figures[1]}; those are left out. Of its {figures[2]}",
        f"findings under rules that ours claim to be, {figures[3]} are stated deviations; of the others,",
        f"{figures[4]:.1f} % are found by us in the same statement.",
        "",
        "| theirs | ours | agreed | only they | only we | why we differ |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in table.items():
        both = [*kinds(reasons.get(name, "")), *kinds(REASONS.get(peer.tool, {}).get("ours", {}).get(name, ""))]
        why = " ".join(why for _, why in both).replace("|", "\\|")
        own = ", ".join(sorted(names[name]))
        lines.append(f"| {name} | {own} | {row.agreed} | {len(row.theirs)} | {len(row.ours)} | {why} |")
    counts = {name: sum(verdict.name == name for verdict in theirs) for name in uncovered}
    if counts:
        listed = ", ".join(f"{name} ({number})" for name, number in counts.items())
        lines += ["", f"Not claimed by any of our rules: {listed}."]
    path = ROOT / "docs" / "parity" / f"{peer.tool}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
