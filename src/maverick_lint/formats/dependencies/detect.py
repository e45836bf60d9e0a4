"""Lists of dependencies are known by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("dependencies",)
EXAMPLES = {"dependencies": "requirements.txt"}

_NAMES = frozenset(
    {"pipfile", "setup.cfg", "gemfile", "go.mod", "composer.json", "cargo.toml", "mix.exs", "pom.xml", "build.gradle"}
)
_ENDS = (".csproj", ".fsproj", ".gradle.kts", ".gemspec")


def by_path(name: FileName) -> Guess | None:
    """Claim requirements files and the lists of other languages' package managers."""
    listed = name.suffix in (".txt", ".in") and ("requirements" in name.name or name.folders[-1:] == ("requirements",))
    if listed or name.name in _NAMES or name.name.endswith(_ENDS):
        return Guess("dependencies", "named like a list of dependencies")
    return None
