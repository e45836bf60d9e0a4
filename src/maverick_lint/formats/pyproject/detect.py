"""TOML files that tools of Python projects read are known by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("pyproject", "ruff-config")
EXAMPLES = {"pyproject": "pyproject.toml", "ruff-config": "ruff.toml"}


def by_path(name: FileName) -> Guess | None:
    """Claim `pyproject.toml`, `ruff.toml` and `.ruff.toml`."""
    if name.name == "pyproject.toml":
        return Guess("pyproject", "named pyproject.toml")
    if name.name in ("ruff.toml", ".ruff.toml"):
        return Guess("ruff-config", f"named {name.name}")
    return None
