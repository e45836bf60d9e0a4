"""The patterns of a .dockerignore, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record
from maverick_lint.formats._ignore_patterns import ignored

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Pattern:
    """A pattern after cleaning (`./a/` is `a`); `negated` when `!` stands before it."""

    text: str
    negated: bool
    span: Span


@record
class Dockerignore:
    """The patterns of a file in their order."""

    patterns: tuple[Pattern, ...]

    def ignores(self, path: str) -> bool:
        """Say whether a path of the context (posix, relative to it) is left out of it."""
        return ignored(path, [(pattern.text, pattern.negated) for pattern in self.patterns])
