"""What CI reaches indirectly: task runners, hooks, tool settings, and the scripts of a repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Place


@record
class TaskTarget:
    """A target of a task runner: `make lint`, `npm run test`, `tox -e py`, `nox -s lint`, `just check`, `task x`.

    runner   "make", "npm", "tox", "nox", "just", "task", "hatch", "pdm", "poe"
    calls    other targets of the same runner that it runs first
    default  it runs when the runner is called without a target
    open     its file may have more targets than are known: it includes others, or has patterns
    """

    runner: str
    name: str
    path: str
    place: Place
    commands: tuple[Command, ...] = ()
    calls: tuple[str, ...] = ()
    default: bool = False
    open: bool = False


@record
class Hook:
    """A pre-commit hook; `stages` is () when it runs at every one."""

    id: str
    repository: str
    path: str
    place: Place
    entry: str = ""
    stages: tuple[str, ...] = ()
    args: tuple[str, ...] = ()


@record
class HookSettings:
    """What a pre-commit configuration says of itself.

    ci       it has settings for the service pre-commit.ci, which runs the hooks on every pull request
    ci_skip  the hooks that the service leaves out
    """

    path: str
    place: Place
    ci_skip: tuple[str, ...] = ()
    ci: bool = False


@record
class ToolSettings:
    """A tool is configured: `tool` is "ruff", "commitlint", "markdownlint" ..., `extends` what it builds on.

    `known` is False when the file is a program whose settings cannot be read (a JavaScript configuration).
    """

    tool: str
    path: str
    place: Place
    extends: tuple[str, ...] = ()
    known: bool = True


@record
class Dependencies:
    """What a Python project declares that it needs, to run, and for development alone.

    Names are in lower case with `-`; one with extras stands there twice, `fastapi` and `fastapi[standard]`.
    """

    path: str
    place: Place
    names: tuple[str, ...] = ()
    development: tuple[str, ...] = ()


@record
class Script:
    """A shell script of the repository; `library` when it is only sourced by others."""

    path: str
    place: Place
    commands: tuple[Command, ...] = ()
    library: bool = False
