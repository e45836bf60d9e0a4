"""CPU time and memory of a command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a command cost: user and system CPU seconds of all its processes, and the largest process in megabytes."""

    cpu: float
    memory: float


def cost(command: Sequence[str], folder: Path, runs: int = 3) -> Cost:
    """Return the least of several runs; what the command prints and its exit status do not matter."""
    return min((_once(command, folder) for _ in range(runs)), key=lambda one: one.cpu)


def _once(command: Sequence[str], folder: Path) -> Cost:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
