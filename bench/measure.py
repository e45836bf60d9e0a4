"""CPU time and memory of commands."""

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


def cost(commands: Sequence[Sequence[str]], folder: Path, runs: int = 3) -> Cost:
    """Return the least of several runs of commands in a row; what they print and their status do not matter."""
    return min((_all(commands, folder) for _ in range(runs)), key=lambda one: one.cpu)


def _all(commands: Sequence[Sequence[str]], folder: Path) -> Cost:
    each = [_once(command, folder) for command in commands]
    return Cost(sum(one.cpu for one in each), max(one.memory for one in each))


def _once(command: Sequence[str], folder: Path) -> Cost:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
