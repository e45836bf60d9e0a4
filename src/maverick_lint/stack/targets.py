"""Targets of task runners, found by what a command asks for."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import TaskTarget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.runners import Asked

_PARAMETERS: Final = re.compile(r"(?:-[0-9][0-9.]*|\(.*\))\Z")


class Targets:
    """Every target of the repository, by runner and name."""

    def __init__(self, stack: Stack) -> None:
        """Take the facts of the stack."""
        self._by_name: dict[tuple[str, str], list[TaskTarget]] = {}
        self._by_runner: dict[str, list[TaskTarget]] = {}
        for target in stack.every(TaskTarget):
            self._by_name.setdefault((target.runner, target.name), []).append(target)
            self._by_runner.setdefault(target.runner, []).append(target)

    def named(self, asked: Asked, folder: str) -> tuple[list[TaskTarget], list[str]]:
        """Return the targets that are asked for, and the names that no file of the runner has.

        `folder` is where the command runs, "" when it is unknown.
        """
        where = "/".join(part for part in (folder, asked.folder) if part)
        if not asked.targets:
            every = [target for target in self._by_runner.get(asked.runner, ()) if target.default]
            return _nearest(every, where), []
        found: list[TaskTarget] = []
        missing: list[str] = []
        for name in asked.targets:
            here = self._of(asked.runner, name)
            chosen = here if asked.everywhere else _nearest(here, where)
            found.extend(chosen)
            if not chosen:
                missing.append(name)
        return found, missing

    def beside(self, target: TaskTarget) -> list[TaskTarget]:
        """Return what a target runs before, after or within itself."""
        names = [*target.calls]
        if target.runner == "npm":
            names += [f"pre{target.name}", f"post{target.name}"]
        found: list[TaskTarget] = []
        for name in names:
            here = self._by_name.get((target.runner, name), [])
            own = [other for other in here if other.path == target.path]
            found.extend(own or here)
        return found

    def _of(self, runner: str, name: str) -> list[TaskTarget]:
        exact = self._by_name.get((runner, name))
        if exact:
            return exact
        if "*" in name:
            return [target for target in self._by_runner.get(runner, ()) if fnmatchcase(target.name, name)]
        if runner == "tox":
            return self._by_name.get((runner, "testenv"), [])
        bare = _PARAMETERS.sub("", name) if runner == "nox" else name
        return self._by_name.get((runner, bare), [])


def _nearest(targets: Iterable[TaskTarget], folder: str) -> list[TaskTarget]:
    """Return the targets of the folder, else those of the root, else all: where a command runs is often unknown."""
    every = list(targets)
    for wanted in (folder, ""):
        here = [target for target in every if target.path.rpartition("/")[0] == wanted]
        if here:
            return here
    return every
