"""Holds our SARIF against Microsoft's sarif-multitool: the 2.1.0 schema, its own rules, and GitHub's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = ROOT / "build" / "sarif"
TOOL = HOME / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"


def installed() -> bool:
    """Install the tool where it is not yet; say whether it can be run here."""
    npm = shutil.which("npm")
    if npm is None:
        print("sarif: npm is not here, so the comparison is left out")  # noqa: T201 - a script
        return False
    HOME.mkdir(parents=True, exist_ok=True)
    if not TOOL.exists():
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(HOME), "@microsoft/sarif-multitool@5.7.0"]
        subprocess.run(command, check=False, capture_output=True)
    return TOOL.exists()


def folders() -> list[Path]:
    """Return the repositories whose reports are checked."""
    corpus = os.environ.get("CORPUS", "")
    more = sorted(path for path in Path(corpus).iterdir() if path.is_dir()) if corpus else []
    return [ROOT / "examples" / "shop", ROOT / "examples" / "shop-fixed", *more[:8]]


def main() -> int:
    """Check each report; return 1 when the tool has anything to say of one."""
    if not installed():
        return 0
    failed = 0
    for folder in folders():
        report = HOME / f"{folder.name}.sarif"
        command = [sys.executable, "-m", "maverick_lint", str(folder), "--select", "ALL", "--format", f"sarif={report}"]
        subprocess.run([*command, "--exit-zero", "--format", "concise=/dev/null"], check=False, capture_output=True)
        validate = [str(TOOL), "validate", str(report), "--rule-kind", "Sarif;Ghas"]
        done = subprocess.run(validate, capture_output=True, text=True, check=False)
        said = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
        print(f"sarif: {folder.name}: " + ("clean" if not said else "\n".join(said[:10])))  # noqa: T201 - a script
        failed += bool(said) or "completed successfully" not in done.stdout
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
