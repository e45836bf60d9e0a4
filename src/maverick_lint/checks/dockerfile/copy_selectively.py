"""The final stage copies the whole build context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._stacked import ignore_file
from maverick_lint.checks.dockerfile._targets import chain
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit
from maverick_lint.formats._ignore_patterns import ignored
from maverick_lint.formats.dockerfile.purpose import helps_development
from maverick_lint.stack.stages import shipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.ignores import DockerignoreFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each source that is the whole context; none with a .dockerignore that lets named paths in."""
    for file in stack.every(DockerfileFact):
        copies = {
            place: written
            for shipped in shipping(stack, file)
            for stage in chain(file, shipped)
            for written, place in stage.context_copies
        }
        if not copies or helps_development(file.path):
            continue
        ignores = ignore_file(stack, file)
        if any(ignore.allow_list for ignore in ignores):
            continue
        for place, written in copies.items():
            let_in = _let_in(ignores)
            case = "no-ignore" if not ignores else "lets-in" if let_in else ""
            yield Hit(place, {"source": written, "names": " and ".join(let_in)}, case)


def _let_in(ignores: list[DockerignoreFact]) -> list[str]:
    """Return which of .git and .env every ignore file lets into the context."""
    root = any("/" not in one.path for one in ignores)  # .git is in no other context
    names = (".git", ".env") if root else (".env",)
    return [name for name in names if ignores and not any(ignored(name, one.patterns) for one in ignores)]
