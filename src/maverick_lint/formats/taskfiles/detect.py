"""A task runner's file is known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("makefile", "tox", "nox", "justfile", "taskfile")
EXAMPLES = {
    "makefile": "Makefile",
    "tox": "tox.ini",
    "nox": "noxfile.py",
    "justfile": "justfile",
    "taskfile": "Taskfile.yml",
}
_NAMES = {
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "tox.ini": "tox",
    "tox.toml": "tox",
    "noxfile.py": "nox",
    "justfile": "justfile",
    ".justfile": "justfile",
    "taskfile.yml": "taskfile",
    "taskfile.yaml": "taskfile",
    "taskfile.dist.yml": "taskfile",
    "taskfile.dist.yaml": "taskfile",
}


def by_path(name: FileName) -> Guess | None:
    """Claim the names that the runners look for, and what a Makefile or justfile includes (`*.mk`, `*.just`)."""
    kind = _NAMES.get(name.name)
    if kind is None and name.suffix in (".mk", ".just"):
        kind = "makefile" if name.suffix == ".mk" else "justfile"
    return Guess(kind, f"named {name.name}") if kind is not None else None
