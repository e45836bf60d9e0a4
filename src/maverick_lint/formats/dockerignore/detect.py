"""Which files are .dockerignore files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("dockerignore",)
EXAMPLES = {"dockerignore": ".dockerignore"}


def by_path(name: FileName) -> Guess | None:
    """Claim .dockerignore and NAME.dockerignore, and Podman's .containerignore."""
    if name.name.endswith((".dockerignore", ".containerignore")):
        return Guess("dockerignore", "named .dockerignore")
    return None
