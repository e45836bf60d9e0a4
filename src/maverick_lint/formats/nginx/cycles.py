"""Includes that lead back to where they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maverick_lint.formats.nginx.include import Include


def leading_round(includes: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the files from which includes lead into a cycle: those that remain when dead ends are taken away."""
    ahead = {path: targets & includes.keys() for path, targets in includes.items()}
    above: dict[str, list[str]] = {}
    for path, targets in ahead.items():
        for target in targets:
            above.setdefault(target, []).append(path)
    ends = [path for path, targets in ahead.items() if not targets]
    while ends:
        end = ends.pop()
        for path in above.get(end, ()):
            ahead[path].discard(end)
            if not ahead[path]:
                ends.append(path)
    return frozenset(path for path, targets in ahead.items() if targets)


def returns(include: Include, ahead: Callable[[str], Sequence[str]]) -> bool:
    """Say whether an include leads back to the file that it stands in."""
    goal = include.directive.home.tree.path
    pending = list(include.paths)
    seen = set(pending)
    while pending:
        path = pending.pop()
        if path == goal:
            return True
        fresh = set(ahead(path)) - seen
        seen.update(fresh)
        pending.extend(fresh)
    return False
