"""A file is copied that .dockerignore keeps out of the build."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._stacked import ignore_file
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._ignore_patterns import ignored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.ignores import DockerignoreFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each source that the ignore file leaves out, and of which `!` lets nothing back in."""
    for file in stack.every(DockerfileFact):
        ignore = _sure(stack, file)
        if ignore is None:
            continue
        back = tuple(text for text, negated in ignore.patterns if negated)
        for stage in file.stages:
            for source, place in stage.copies:
                if ignored(source, ignore.patterns) and not any(_may_reach(text, source) for text in back):
                    related = (Related(ignore.place, "it is left out here"),)
                    yield Hit(place, {"source": source, "file": ignore.path}, related=related)


def _may_reach(pattern: str, source: str) -> bool:
    """Say whether a pattern may let something below a path back in, which the path itself does not show."""
    head = pattern.partition("*")[0].partition("?")[0].partition("[")[0]
    return head.startswith(f"{source}/") or (head != pattern and f"{source}/".startswith(head))


def _sure(stack: Stack, file: DockerfileFact) -> DockerignoreFact | None:
    """Return the ignore file that a build of a Dockerfile surely reads: its own, or the one beside it at the root."""
    found = ignore_file(stack, file)
    own = next((ignore for ignore in found if ignore.path == f"{file.path}.dockerignore"), None)
    if own is not None or len(found) != 1 or posixpath.dirname(file.path):
        return own
    return found[0]
