"""A pre-commit configuration is known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("pre-commit",)
EXAMPLES = {"pre-commit": ".pre-commit-config.yaml"}


def by_path(name: FileName) -> Guess | None:
    """Claim `.pre-commit-config.yaml` (and the `.yml` that prek reads too)."""
    if name.name in (".pre-commit-config.yaml", ".pre-commit-config.yml"):
        return Guess("pre-commit", f"named {name.name}")
    return None
