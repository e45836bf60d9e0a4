"""A commitlint configuration is known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("commitlint",)
EXAMPLES = {"commitlint": "commitlint.config.js"}
_RC = frozenset({"", ".json", ".yaml", ".yml", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"})
_PROGRAM = frozenset({".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"})


def by_path(name: FileName) -> Guess | None:
    """Claim `.commitlintrc` with or without an ending, and `commitlint.config` as JavaScript or TypeScript."""
    if name.name.startswith(".commitlintrc") and name.name[len(".commitlintrc") :] in _RC:
        return Guess("commitlint", f"named {name.name}")
    if name.name.startswith("commitlint.config.") and name.suffix in _PROGRAM:
        return Guess("commitlint", f"named {name.name}")
    return None
