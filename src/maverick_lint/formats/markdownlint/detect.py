"""A configuration of a Markdown linter is known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("markdownlint",)
EXAMPLES = {"markdownlint": ".markdownlint.yaml"}
_STEMS = (".markdownlint", ".markdownlint-cli2", ".markdown-lint")
_SUFFIXES = frozenset({".json", ".jsonc", ".yaml", ".yml", ".cjs", ".mjs"})
_NAMES = frozenset({".markdownlintrc", ".mdlrc", ".rumdl.toml", "rumdl.toml"})


def by_path(name: FileName) -> Guess | None:
    """Claim the names that the linters look for; `.markdown-lint.yml` is super-linter's."""
    stem = name.name[: -len(name.suffix)] if name.suffix else name.name
    if name.name in _NAMES or (stem in _STEMS and name.suffix in _SUFFIXES):
        return Guess("markdownlint", f"named {name.name}")
    return None
