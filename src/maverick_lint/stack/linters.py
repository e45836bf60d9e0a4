"""Linters: the commands, actions and pre-commit hooks that run them, and the languages that they judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.stack.linter_table import SCRIPTED
from maverick_lint.stack.linter_table_other import OTHER

if TYPE_CHECKING:
    from maverick_lint.stack.linter_table import Row


@record
class Linter:
    """A linter.

    languages    what it judges, in the words of `stack.languages`; () for other files or for all of them
    commands     each way to call it: the name and the words that must be among the others ("ruff check")
    refused      words after the name with which it does not lint ("ruff format")
    actions      actions and images that run it, without version
    hooks        ids of pre-commit hooks; `*` at the end stands for any ending
    """

    name: str
    languages: tuple[str, ...] = ()
    commands: tuple[tuple[str, ...], ...] = ()
    refused: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    hooks: tuple[str, ...] = ()


#: Programs that run many linters; which of them depends on their settings (see `stack.super_linters`).
SUPER: Final = {
    "super-linter": ("super-linter/super-linter", "github/super-linter", "ghcr.io/super-linter/super-linter"),
    "megalinter": ("oxsecurity/megalinter", "megalinter/megalinter", "nvuillam/mega-linter"),
    "trunk": ("trunk-io/trunk-action",),
}


def _linter(row: Row) -> Linter:
    name, languages, commands, refused, actions, hooks = row
    return Linter(
        name,
        tuple(languages.split()),
        tuple(tuple(way.split()) for way in commands.split("|") if way.strip()),
        frozenset(refused.split()),
        frozenset(actions.lower().split()),
        tuple(hooks.split()),
    )


LINTERS: Final = tuple(_linter(row) for row in (*SCRIPTED, *OTHER))
