"""A file is copied that .dockerignore keeps out of the build."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._context import contexts
from maverick_lint.checks.dockerfile._stacked import ignore_file
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._ignore_patterns import ignored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.ignores import DockerignoreFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


_EVERYTHING: Final = ("*", "**", "**/*")
_LONGEST: Final = 200  # characters of a wildcard that anybody writes


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each source that the ignore file leaves out, and of which `!` lets nothing back in."""
    for file in stack.every(DockerfileFact):
        sure = _sure(stack, file)
        if sure is None:
            continue
        ignore, folder = sure
        back = tuple(text for text, negated in ignore.patterns if negated)
        whole = not back and any(text in _EVERYTHING for text, _ in ignore.patterns)
        related = (Related(ignore.place, "it is left out here"),)
        for stage in file.stages:
            left_out = [
                (source, place)
                for source, place in (*stage.copies, *stage.mounted)
                if ignored(source, ignore.patterns) and not any(_may_reach(text, source) for text in back)
            ]
            left_out += [one for one in stage.searched if _all_ignored(stack, folder, one[0], ignore)]
            left_out += stage.context_copies if whole else ()
            for source, place in left_out:
                yield Hit(place, {"source": source, "file": ignore.path}, related=related)


def _all_ignored(stack: Stack, folder: str | None, pattern: str, ignore: DockerignoreFact) -> bool:
    """Say whether there are files that a wildcard finds in the context, and all of them are left out."""
    if folder is None or len(pattern) > _LONGEST:
        return False
    prefix = f"{folder}/" if folder else ""
    depth = pattern.count("/") + 1
    inside = {"/".join(path[len(prefix) :].split("/")[:depth]) for path in stack.files if path.startswith(prefix)}
    found = [path for path in inside if fnmatchcase(path, pattern) and path.count("/") == depth - 1]
    return bool(found) and all(
        ignored(path, ignore.patterns)
        and not any(_may_reach(text, path) for text, negated in ignore.patterns if negated)
        for path in found
    )


def _may_reach(pattern: str, source: str) -> bool:
    """Say whether a pattern may let something below a path back in, which the path itself does not show."""
    head = pattern.partition("*")[0].partition("?")[0].partition("[")[0]
    return head.startswith(f"{source}/") or (head != pattern and f"{source}/".startswith(head))


def _sure(stack: Stack, file: DockerfileFact) -> tuple[DockerignoreFact, str | None] | None:
    """Return the ignore file that a build of a Dockerfile surely reads, and the folder of its context if known.

    It is the Dockerfile's own, that of the one context that builds here give, or the one beside it at the root.
    """
    given = contexts(stack, file)
    folder = given[0] if len(given) == 1 else None
    found = ignore_file(stack, file)
    own = next((ignore for ignore in found if ignore.path == f"{file.path}.dockerignore"), None)
    if own is not None:
        return own, folder
    if given:
        there = None if folder is None else posixpath.join(folder, ".dockerignore")
        used = next((ignore for ignore in found if ignore.path == there), None)
        return None if used is None else (used, folder)
    if len(found) != 1 or posixpath.dirname(file.path):
        return None
    return found[0], ""
