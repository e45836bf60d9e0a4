"""Compose files that may be started together, with several `-f` or by `include`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import ComposeFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.stack.model import Stack


class Neighbours:
    """For each Compose file the other ones that it may be started with.

    Those are the files of its own folder, of the folders above and below it, and those that include it. Files in
    folders side by side are projects of their own.
    """

    def __init__(self, stack: Stack) -> None:
        """Sort the files by the folders that they lie in, or below, and by what they include."""
        self._within: dict[str, list[ComposeFact]] = {}
        self._below: dict[str, list[ComposeFact]] = {}
        self._joining: dict[str, list[ComposeFact]] = {}
        for fact in stack.every(ComposeFact):
            home = fact.path.rpartition("/")[0]
            self._within.setdefault(home, []).append(fact)
            for folder in _above(home):
                self._below.setdefault(folder, []).append(fact)
            for path in fact.files:
                self._joining.setdefault(path, []).append(fact)

    def of(self, path: str) -> Iterator[ComposeFact]:
        """Yield the other files that the file of a path may be started with."""
        home = path.rpartition("/")[0]
        near = [each for folder in (home, *_above(home)) for each in self._within.get(folder, ())]
        for each in (*near, *self._below.get(home, ()), *self._joining.get(path, ())):
            if each.path != path:
                yield each


def _above(folder: str) -> Iterator[str]:
    """Yield the folders above one, the nearest first."""
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder


def all_services(stack: Stack) -> set[tuple[str, str]]:
    """Return the names of the services of all Compose files, as pairs with their section."""
    return {pair for fact in stack.every(ComposeFact) for pair in fact.declared if pair[0] == "services"}


def awaits_override(stack: Stack, fact: ComposeFact) -> bool:
    """Say whether an example of an override lies beside a file, to be copied and filled in before the first start."""
    folders = stack.memo.get("folders with an override to fill in")
    if not isinstance(folders, frozenset):
        folders = stack.memo["folders with an override to fill in"] = frozenset(_waiting(stack))
    return fact.path.rpartition("/")[0] in folders


def _waiting(stack: Stack) -> Iterator[str]:
    for path in stack.files:
        folder, _, name = path.rpartition("/")
        if "override" in name and "compose" in name and stack.kinds.get(path) != "compose":
            yield folder
