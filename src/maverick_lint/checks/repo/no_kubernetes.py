"""The repository uses Kubernetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.repo._banned import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Hit
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each file that shows it."""
    yield from hits(stack, "kubernetes", options["allow"])
