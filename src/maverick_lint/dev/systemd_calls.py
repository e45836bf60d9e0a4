"""Makes formats/systemd/syscalls.txt: the groups of system calls that SystemCallFilter= knows.

    python -m maverick_lint.dev.systemd_calls

They are what `systemd-analyze syscall-filter` prints; its last group is of all calls that it knows.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

_TARGET = Path(__file__).parent.parent / "formats" / "systemd" / "syscalls.txt"


def main() -> None:
    """Write a line for each group: its name, the groups in it and the calls in it."""
    printed = _output("syscall-filter", "--no-pager")
    version = _output("--version")
    groups: dict[str, list[str]] = {}
    group = ""
    for line in printed.splitlines():
        text = line.strip().lstrip("#").strip()
        if line.startswith("@"):
            group = line.strip()
        elif line.startswith("#") and "Ungrouped" in line:
            group = "@"
        elif group and text and " " not in text and (group == "@" or not line.strip().startswith("#")):
            groups.setdefault(group, []).append(text)
    head = f"# The groups of calls of systemd {version.split()[1]}, as `systemd-analyze syscall-filter` prints them."
    lines = [" ".join([name, *calls]) for name, calls in groups.items()]
    _TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def _output(*arguments: str) -> str:
    command = ["systemd-analyze", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - a fixed program


if __name__ == "__main__":
    main()
