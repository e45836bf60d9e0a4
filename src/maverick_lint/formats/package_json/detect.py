"""A package.json is known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("package-json",)
EXAMPLES = {"package-json": "package.json"}


def by_path(name: FileName) -> Guess | None:
    """Claim `package.json`."""
    return Guess("package-json", "named package.json") if name.name == "package.json" else None
