"""deploy/one-env-file: every container gets its variables from the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.docker_runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield relative paths of a file of variables that another command names by an absolute path."""
    moved = {one.command.place.path for one in commands(stack) if one.command.name in ("cd", "pushd")}
    found = [word for one in runs(stack) for word in one.run.values("--env-file")]
    absolute: dict[str, Word] = {}
    for word in found:
        if (path := _path(word)).startswith("/"):
            absolute.setdefault(path.rpartition("/")[2], word)
    for word in found:
        path = _path(word).removeprefix("./")
        if path and "/" not in path and path in absolute and word.place.path not in moved:
            other = absolute[path]
            values = {"file": path, "whole": _path(other)}
            yield Hit(word.place, values, related=(Related(other.place, "the same file by its whole path"),))


def _path(word: Word) -> str:
    return (word.text or "").removeprefix("--env-file=")
